-- A collection dated on a day to come is not taken, and one whose money was moved on since is not taken back here.
alter table arrears_collection drop constraint arrears_collection_outcome_check;
alter table arrears_collection add constraint arrears_collection_outcome_check
    check (outcome in ('ACCEPTED', 'REVERSAL', 'DUPLICATE', 'CONFLICTING_DUPLICATE', 'UNKNOWN_WORKPLACE',
                       'UNKNOWN_TRANSACTION', 'ALREADY_REVERSED', 'DATED_AHEAD', 'MONEY_SPENT'));
