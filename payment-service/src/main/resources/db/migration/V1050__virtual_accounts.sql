-- Virtual accounts (가상계좌): numbers the banks allot to the agency in blocks. Each is given to one slip, once and for ever, so
-- that money to an old number never pays another slip. Whether one may be paid to is its slip's state.

create table virtual_account_block (
    request_id uuid        primary key,
    bank       text        not null check (bank in ('BANK_WOORI', 'BANK_HANA')),
    size       integer     not null check (size > 0),
    ordered_at timestamptz not null default now(),
    arrived_at timestamptz
);
-- A bank is asked for one block at a time, by however many instances.
create unique index virtual_account_block_ordered on virtual_account_block (bank) where arrived_at is null;

create table virtual_account (
    account_no text        primary key check (account_no ~ '^[0-9]{10,16}$'),
    bank       text        not null check (bank in ('BANK_WOORI', 'BANK_HANA')),
    request_id uuid        not null references virtual_account_block,
    slip_id    uuid        references slip,
    given_at   timestamptz,
    unique (slip_id, bank),
    check ((slip_id is null) = (given_at is null))
);
create index virtual_account_pool on virtual_account (bank, account_no) where slip_id is null;

-- Slips that were issued while the pool was empty.
create table slip_without_account (
    slip_id uuid primary key references slip
);
insert into slip_without_account select slip_id from slip where state = 'ISSUED';

revoke delete on virtual_account, virtual_account_block from payment_app;
revoke update on virtual_account, virtual_account_block, slip_without_account from payment_app;
grant update (slip_id, given_at) on virtual_account to payment_app;
grant update (arrived_at) on virtual_account_block to payment_app;

create function check_virtual_account_move() returns trigger language plpgsql as $$
begin
    if old.slip_id is not null
            or to_jsonb(new) - array['slip_id', 'given_at'] <> to_jsonb(old) - array['slip_id', 'given_at'] then
        raise exception 'virtual account % is given to a slip once', old.account_no using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger virtual_account_moves before update on virtual_account
    for each row execute function check_virtual_account_move();
create trigger virtual_account_kept before delete or truncate on virtual_account
    execute function refuse_change();
create trigger virtual_account_block_kept before delete or truncate on virtual_account_block
    execute function refuse_change();
