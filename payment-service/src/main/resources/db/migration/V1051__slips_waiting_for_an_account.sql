-- Who holds a waiting slip while it is filled in needs the right to update it, though nobody does.
grant update on slip_without_account to payment_app;
