-- A business can be a member twice: as an employer, and as an agency for others.
alter table member
    drop constraint member_type_check,
    drop constraint member_check,
    drop constraint member_business_number_key,
    add constraint member_type_check check (type in ('EMPLOYER', 'WORKER', 'AGENCY')),
    add constraint member_business_check check ((type in ('EMPLOYER', 'AGENCY')) = (business_number is not null)),
    add constraint member_business_number_key unique (business_number, type);

-- Both may log in with the same certificate.
alter table member_certificate
    drop constraint member_certificate_issuer_serial_number_key,
    add constraint member_certificate_issuer_serial_number_key unique (issuer, serial_number, member_id);
