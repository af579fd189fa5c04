-- Each insurance is held against the figures by itself, and an operator may name a workplace without figures.

alter table audit_selection
    alter column source drop not null,
    alter column threshold_percent drop not null;

alter table settlement_audit
    add column filed_employment bigint not null default 0,
    add column employment_deviation_percent numeric,
    add column deviating text not null default 'IA',
    alter column estimated_remuneration drop not null,
    alter column deviation_percent drop not null;
