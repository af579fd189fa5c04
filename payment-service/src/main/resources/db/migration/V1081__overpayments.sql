-- Suspended money that nothing is owed for may become a refund.
alter table suspense_resolution drop constraint suspense_resolution_way_check;
alter table suspense_resolution add constraint suspense_resolution_way_check
    check (way in ('RETURN', 'SLIP', 'ARREARS', 'OVERPAYMENT'));
