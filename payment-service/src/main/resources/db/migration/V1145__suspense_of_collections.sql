-- What a collection of arrears left on suspense is decided about like money that a bank told of.
alter table suspense_resolution alter column notice_id drop not null;
alter table suspense_resolution add column collection_id uuid references arrears_collection;
alter table suspense_resolution add constraint suspense_resolution_money check (num_nonnulls(notice_id, collection_id) = 1);
alter table suspense_resolution add constraint suspense_resolution_pays_slips_with_notices
    check (way <> 'SLIP' or notice_id is not null);
create unique index suspense_resolution_of_collection_counts on suspense_resolution (collection_id)
    where state not in ('REJECTED', 'FAILED', 'RETURNED');

-- Arrears paid with suspended money: no message of the collector, and none of his that he could take back.
alter table arrears_collection drop constraint arrears_collection_outcome_check;
alter table arrears_collection add constraint arrears_collection_outcome_check
    check (outcome in ('ACCEPTED', 'REVERSAL', 'DUPLICATE', 'CONFLICTING_DUPLICATE', 'UNKNOWN_WORKPLACE',
                       'UNKNOWN_TRANSACTION', 'ALREADY_REVERSED', 'DATED_AHEAD', 'MONEY_SPENT', 'FROM_SUSPENSE'));

-- What collections left, for the list.
create index arrears_share_suspended on arrears_share (collection_id) where item = 'SUSPENSE';
