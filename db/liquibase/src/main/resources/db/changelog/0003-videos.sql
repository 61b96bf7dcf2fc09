--liquibase formatted sql

--changeset anb:0003-videos
create table video (
  id                 uuid primary key,
  owner_id           uuid         not null references account (id),
  title              varchar(120) not null,
  status             varchar(16)  not null,
  uploaded_at        timestamptz  not null,
  processed_at       timestamptz,
  published_at       timestamptz,
  source_bytes       bigint       not null,
  source_duration_ms integer      not null,
  source_width       integer      not null,
  source_height      integer      not null,
  duration_ms        integer,
  failure_code       varchar(40),
  idempotency_key    varchar(120),
  constraint video_status_ck check (status in ('UPLOADED', 'PROCESSING', 'PROCESSED', 'FAILED')),
  constraint video_published_ck check (published_at is null or status = 'PROCESSED'),
  constraint video_failure_ck check ((failure_code is not null) = (status = 'FAILED')),
  constraint video_idempotency_uk unique (owner_id, idempotency_key)
);
comment on column video.source_width is 'pixels after rotation';

create index video_owner_ix on video (owner_id, uploaded_at);
create index video_published_ix on video (published_at desc, id) where published_at is not null;
--rollback drop table video;
