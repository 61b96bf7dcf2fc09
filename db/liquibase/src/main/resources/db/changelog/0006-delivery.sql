--liquibase formatted sql

--changeset anb:0006-delivery
alter table processing_job
  add column failures integer     not null default 0,
  add column retry_at timestamptz,
  add column sent_at  timestamptz not null default now(),
  add column resends  integer     not null default 0;
comment on column processing_job.attempt is 'how often a worker has claimed it, whatever came of it';
comment on column processing_job.failures is 'attempts that broke; too many end the job';
comment on column processing_job.retry_at is 'not to be claimed before; null: at once';
comment on column processing_job.sent_at is 'when a message about the job was last put into the queue';
comment on column processing_job.resends is 'how often the sweeper has sent it again; each time it waits longer';
--rollback alter table processing_job drop column failures, drop column retry_at, drop column sent_at, drop column resends;

--changeset anb:0006-media-mount
create table media_mount (
  singleton     boolean     primary key default true check (singleton),
  marker        uuid        not null,
  registered_at timestamptz not null default now()
);
comment on table media_mount is 'the mount that this database belongs to: content of the marker file at its root';
--rollback drop table media_mount;
