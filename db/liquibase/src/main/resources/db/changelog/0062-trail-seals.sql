--liquibase formatted sql

--changeset anb:0062-audit-number
-- In the order of the writing; ids are made by the servers, each by its own clock.
alter table audit_entry add column number bigint generated always as identity;
create unique index audit_entry_number_uk on audit_entry (number);
--rollback alter table audit_entry drop column number;

--changeset anb:0062-trail-seals splitStatements:false
create table trail_seal (
  trail     varchar(8)  not null,
  number    bigint      not null,
  keys      bigint[]    not null,
  tags      bytea       not null,
  sealed_at timestamptz not null,
  hmac      bytea       not null,
  constraint trail_seal_pk primary key (trail, number),
  constraint trail_seal_trail_ck check (trail in ('AUDIT', 'VOTES')),
  constraint trail_seal_tags_ck check (length(tags) = 32 * cardinality(keys))
);
comment on table trail_seal is 'entries of the two trails, chained by HMAC with a key that the database does not know';
comment on column trail_seal.keys is 'audit_entry.number or vote_event.id, ascending; every entry is in exactly one seal';
comment on column trail_seal.tags is '16 bytes of the HMAC of each whole entry, 16 of what stays of it when its account is deleted';
comment on column trail_seal.hmac is 'of the seal before, every key and tag of this one, its number and its time';
create trigger trail_seal_append_only before update or delete or truncate on trail_seal
  for each statement execute function refuse_change();
--rollback drop table trail_seal;
