--liquibase formatted sql

--changeset anb:0040-clip-timeline
alter table video
  add column timeline varchar(8192),
  add column start_ms integer not null default 0,
  add column poster_ms integer,
  add constraint video_start_ck check (start_ms >= 0),
  add constraint video_poster_ck check (poster_ms >= 0);
comment on column video.timeline is 'what the header of the upload says about its pictures, as JSON; null for clips of earlier releases';
comment on column video.start_ms is 'where the part that is shown begins, in milliseconds of what the upload plays';
comment on column video.poster_ms is 'which moment of what the upload plays is the poster; null: the worker chooses';
--rollback alter table video drop column timeline, drop column start_ms, drop column poster_ms;

--changeset anb:0040-accept-quicktime
alter table contest add column accept_quicktime boolean not null default true;
comment on column contest.accept_quicktime is 'whether QuickTime files, which iPhones record, are taken beside MP4';
--rollback alter table contest drop column accept_quicktime;
