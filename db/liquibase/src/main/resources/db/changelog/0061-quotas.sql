--liquibase formatted sql

--changeset anb:0061-clips-per-player
alter table contest add column clips_per_player integer;
alter table contest add constraint contest_clips_per_player_ck check (clips_per_player between 1 and 1000);
comment on column contest.clips_per_player is 'so many clips may a player have in the contest; null: any number';
--rollback alter table contest drop column clips_per_player;

--changeset anb:0061-original-deleted
alter table video add column original_deleted_at timestamptz;
comment on column video.original_deleted_at is 'since then there is no original any more: the clip had failed or was withheld, and its time was over';
create index video_withheld_ix on video (withheld_at) where withheld_at is not null and original_deleted_at is null;
--rollback drop index video_withheld_ix;
--rollback alter table video drop column original_deleted_at;
