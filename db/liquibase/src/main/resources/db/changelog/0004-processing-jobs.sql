--liquibase formatted sql

--changeset anb:0004-processing-jobs
create table processing_job (
  video_id     uuid primary key references video (id) on delete cascade,
  state        varchar(16) not null,
  attempt      integer     not null,
  progress     smallint    not null,
  lease_owner  varchar(120),
  lease_until  timestamptz,
  queued_at    timestamptz not null,
  started_at   timestamptz,
  finished_at  timestamptz,
  error_detail varchar(500),
  constraint processing_job_state_ck check (state in ('QUEUED', 'RUNNING', 'DONE', 'FAILED')),
  constraint processing_job_progress_ck check (progress between 0 and 100),
  constraint processing_job_lease_ck
    check ((state = 'RUNNING') = (lease_owner is not null and lease_until is not null))
);
comment on column processing_job.lease_until is 'until then the owner has the job alone; later anyone may claim it';

create index processing_job_open_ix on processing_job (state, lease_until) where state in ('QUEUED', 'RUNNING');
--rollback drop table processing_job;
