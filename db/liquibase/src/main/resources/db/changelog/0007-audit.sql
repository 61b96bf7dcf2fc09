--liquibase formatted sql

--changeset anb:0007-audit
create table audit_entry (
  id           uuid primary key,
  at           timestamptz  not null,
  actor_id     uuid,
  action       varchar(60)  not null,
  subject_type varchar(40)  not null,
  subject_id   varchar(80)  not null,
  reason       varchar(500),
  detail       jsonb        not null default '{}'
);
comment on table audit_entry is 'who did what to the contest; only ever added to';
comment on column audit_entry.actor_id is 'the account; null for the system itself. No foreign key: entries outlive accounts';
comment on column audit_entry.action is 'stable, such as video.take_down';

create index audit_entry_at_ix on audit_entry (at desc, id desc);
create index audit_entry_actor_ix on audit_entry (actor_id, at desc);
create index audit_entry_subject_ix on audit_entry (subject_type, subject_id, at desc);
--rollback drop table audit_entry;

--changeset anb:0007-append-only splitStatements:false
create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'table % is only ever added to', tg_table_name using errcode = 'restrict_violation';
end $$;
create trigger audit_entry_append_only before update or delete or truncate on audit_entry
  for each statement execute function refuse_change();
--rollback drop trigger audit_entry_append_only on audit_entry;
--rollback drop function refuse_change();
