-- What the collector is told to collect besides the premium: by what it is and fund.
alter table arrears_message add column others jsonb not null default '{}';
alter table arrears_message alter column others drop default;
