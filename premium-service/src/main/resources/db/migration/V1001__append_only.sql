-- Claims of a year and payments are only ever added.
revoke update, delete on filed_year, slip_payment from premium_app;
