-- What the collector was told last of a debt, whichever of its slips counted then.
create index arrears_message_debt on arrears_message (management_no, origin_id, no);
