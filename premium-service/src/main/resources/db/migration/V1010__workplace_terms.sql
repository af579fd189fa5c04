-- What was decided for one workplace and changes its rates. The decision is another record of this service.

create table experience_rate (
    management_no  text    not null,
    insurance_year integer not null,
    per_mille      numeric not null check (per_mille >= 0),
    decision       text    not null,
    primary key (management_no, insurance_year)
);
comment on table experience_rate is '개별실적요율 (보험료징수법 §15②): replaces the industry rate, without the commute rate';

create table wage_claim_reduction (
    management_no text primary key,
    applies_from  date not null,
    decision      text not null
);
comment on table wage_claim_reduction is '퇴직연금 부담금 경감 (임금채권보장법 §10), from that day on';
