--liquibase formatted sql

--changeset anb:0005-votes
create table vote (
  video_id uuid        not null references video (id) on delete cascade,
  voter_id uuid        not null references account (id) on delete cascade,
  cast_at  timestamptz not null,
  -- The only judge of "one vote per user and video".
  constraint vote_pk primary key (video_id, voter_id)
);
create index vote_voter_ix on vote (voter_id);
--rollback drop table vote;
