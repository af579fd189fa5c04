-- What operators decide about money that no slip could take. A return to the payer is proposed by one and approved by another.

create table suspense_resolution (
    resolution_id  uuid primary key,
    notice_id      uuid        not null references bank_notice,
    management_no  text,
    insurance_year integer,
    insurance      text check (insurance in ('IA', 'EI')),
    amount         bigint      not null check (amount > 0),
    way            text        not null check (way in ('RETURN', 'SLIP', 'ARREARS')),
    slip_id        uuid references slip,
    target_management_no text,
    bank           text,
    account        bytea,
    account_tail   text check (account_tail ~ '^[0-9]{4}$'),
    reason         text        not null,
    state          text        not null check (state in ('PROPOSED', 'APPROVED', 'SENT', 'PAID', 'DONE', 'REJECTED', 'FAILED',
                                                         'RETURNED')),
    proposed_by    text        not null,
    proposed_at    timestamptz not null,
    decided_by     text,
    decided_at     timestamptz,
    check ((way = 'RETURN') = (account is not null) and (account is null) = (bank is null)),
    check ((way = 'SLIP') = (slip_id is not null)),
    check ((way = 'RETURN') = (target_management_no is null)),
    check ((way = 'RETURN') = (state <> 'DONE')),
    check ((state = 'PROPOSED') = (decided_by is null)),
    -- Four eyes.
    check (way <> 'RETURN' or state = 'REJECTED' or decided_by is distinct from proposed_by)
);
create unique index suspense_resolution_counts on suspense_resolution (notice_id)
    where state not in ('REJECTED', 'FAILED', 'RETURNED');
create index suspense_resolution_target on suspense_resolution (target_management_no, insurance)
    where way <> 'RETURN';
create index suspense_resolution_to_send on suspense_resolution (state, resolution_id) where state in ('APPROVED', 'SENT');

revoke update, delete on suspense_resolution from payment_app;
grant update (state, decided_by, decided_at) on suspense_resolution to payment_app;
create trigger suspense_resolution_kept before delete or truncate on suspense_resolution
    execute function refuse_change();
create function check_resolution_move() returns trigger language plpgsql as $$
begin
    if (old.state, new.state) not in (('PROPOSED', 'APPROVED'), ('PROPOSED', 'REJECTED'), ('APPROVED', 'SENT'),
                                      ('APPROVED', 'FAILED'), ('SENT', 'PAID'), ('SENT', 'RETURNED'), ('PAID', 'RETURNED'))
       or to_jsonb(new) - array['state', 'decided_by', 'decided_at']
          <> to_jsonb(old) - array['state', 'decided_by', 'decided_at']
       or old.decided_by is not null and (old.decided_by, old.decided_at) is distinct from (new.decided_by, new.decided_at) then
        raise exception 'resolution % only moves along its states', old.resolution_id
            using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger suspense_resolution_moves before update on suspense_resolution
    for each row execute function check_resolution_move();

-- Suspended notices that nobody has decided about, for the list.
create index bank_notice_suspended on bank_notice (notice_id)
    where outcome in ('UNKNOWN_NUMBER', 'WRONG_AMOUNT', 'ALREADY_PAID', 'SLIP_CANCELLED', 'SLIP_CLOSED', 'AFTER_LAST_DAY',
                      'CHANNEL_REFUSED');
