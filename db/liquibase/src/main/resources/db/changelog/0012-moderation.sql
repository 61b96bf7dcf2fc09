--liquibase formatted sql

--changeset anb:0012-moderation
alter table video
  add column withheld_at     timestamptz,
  add column withheld_by     uuid,
  add column withheld_reason varchar(500),
  add constraint video_withheld_ck
    check ((withheld_at is null) = (withheld_by is null) and (withheld_at is null) = (withheld_reason is null)),
  add constraint video_withheld_published_ck check (withheld_at is null or published_at is null);
comment on column video.withheld_at is 'an administrator rejected it or took it down; nobody but an administrator makes it public again';
comment on column video.withheld_by is 'the administrator. No foreign key: decisions outlive accounts';

-- What the queue of moderation and the lists of jobs look for among thousands of finished ones.
create index video_unpublished_ix on video (uploaded_at) where published_at is null;
create index processing_job_failed_ix on processing_job (finished_at desc) where state = 'FAILED';
--rollback drop index processing_job_failed_ix;
--rollback drop index video_unpublished_ix;
--rollback alter table video drop column withheld_at, drop column withheld_by, drop column withheld_reason;
