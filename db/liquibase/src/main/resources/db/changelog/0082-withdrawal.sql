--liquibase formatted sql

--changeset anb:0082-withdrawal
alter table video
  add column withdrawn_at     timestamptz,
  add column files_deleted_at timestamptz,
  add constraint video_withdrawn_ck check (withdrawn_at is null or published_at is null);
comment on column video.withdrawn_at is 'its owner took it out of the contest; nobody makes it public again';
comment on column video.files_deleted_at is 'since then there are no files any more: it was withdrawn, and the contest is over';
create index video_withdrawn_ix on video (withdrawn_at) where withdrawn_at is not null and files_deleted_at is null;
--rollback drop index video_withdrawn_ix;
--rollback alter table video drop column withdrawn_at, drop column files_deleted_at;
