-- The daily file of an institution against the notices kept here. Every run is kept; the latest of a day counts.

create table reconciliation (
    reconciliation_id uuid primary key,
    institution       text        not null check (institution in ('BANK_WOORI', 'BANK_HANA', 'GIRO', 'CARD')),
    day               date        not null,
    run_by            text        not null,
    run_at            timestamptz not null,
    lines             integer     not null check (lines >= 0),
    total             bigint      not null,
    fees              bigint      not null,
    differences       integer     not null check (differences >= 0)
);
create index reconciliation_day on reconciliation (institution, day, reconciliation_id);

create table reconciliation_difference (
    reconciliation_id uuid    not null references reconciliation,
    line              integer not null,
    kind              text    not null check (kind in ('MISSING_HERE', 'MISSING_THERE', 'AMOUNT', 'NUMBER', 'TIME', 'FEE',
                                                       'CHANNEL', 'REVERSED_THERE', 'REVERSED_HERE', 'DUPLICATE_LINE')),
    transaction_id    text    not null,
    theirs            jsonb,
    ours              jsonb,
    primary key (reconciliation_id, line),
    check (theirs is not null or ours is not null)
);

do $$
declare
    frozen text;
begin
    foreach frozen in array array['reconciliation', 'reconciliation_difference']
    loop
        execute format('revoke update, delete on %I from payment_app', frozen);
        execute format('create trigger %I before update or delete or truncate on %I execute function refuse_change()',
                       frozen || '_frozen', frozen);
    end loop;
end $$;
