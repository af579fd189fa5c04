-- A debit whose due date moved is announced again, for its new day. Until now nobody knew for which day it had been announced:
-- the day of then is taken, which is right wherever it did not move.
alter table debit_announcement disable trigger debit_announcement_frozen;
alter table debit_announcement add column due_date date;
update debit_announcement a set due_date = s.due_date from slip s where s.slip_id = a.slip_id;
alter table debit_announcement enable trigger debit_announcement_frozen;
alter table debit_announcement
    alter column due_date set not null,
    drop constraint debit_announcement_pkey,
    add primary key (slip_id, due_date);
