-- How large an employer is in an insurance year, as an approved count of regular workers found it.

create table employee_scale (
    management_no      text    not null,
    insurance_year     integer not null,
    scale              text    not null,
    regular_workers    numeric not null check (regular_workers >= 0),
    rate_kept_years    integer not null check (rate_kept_years >= 0),
    support_kept_years integer not null check (support_kept_years >= 0),
    decision           text    not null,
    primary key (management_no, insurance_year)
);
comment on table employee_scale is '상시근로자 수 (보험료징수법 시행령 §2②) of the year before: the scale it leads to, and the years the law of that day keeps the lower rate (§12) and priority support (고용보험법 시행령 §12②) after growth';
