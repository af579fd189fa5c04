-- Which payment of a slip it is follows from those before it, which are looked at here anyway: nobody has to ask beforehand.
create or replace function check_one_payment() returns trigger language plpgsql as $$
begin
    perform 1 from slip where slip_id = new.slip_id for update;
    if exists (select from payment p where p.slip_id = new.slip_id and p.payment_id <> new.payment_id
               and not exists (select from payment_reversal r where r.payment_id = p.payment_id)) then
        raise exception 'slip % has a payment that counts', new.slip_id using errcode = 'unique_violation';
    end if;
    select count(*) + 1 into new.attempt from payment p where p.slip_id = new.slip_id;
    return new;
end $$;
