--liquibase formatted sql

--changeset anb:0008-voiding
alter table vote
  drop constraint vote_voter_id_fkey,
  add column voided_at   timestamptz,
  add column voided_by   uuid,
  add column void_reason varchar(500),
  add constraint vote_voided_ck
    check ((voided_at is null) = (voided_by is null) and (voided_at is null) = (void_reason is null));
comment on column vote.voter_id is 'an account, or a random id once that account is deleted: the vote stays, the link goes. Therefore no foreign key';
comment on column vote.voided_at is 'a voided vote is kept and not counted';

create index vote_last_ix on vote (video_id, cast_at desc) where voided_at is null;
--rollback drop index vote_last_ix;
--rollback delete from vote where voter_id not in (select id from account);
--rollback alter table vote drop column voided_at, drop column voided_by, drop column void_reason, add constraint vote_voter_id_fkey foreign key (voter_id) references account (id) on delete cascade;

--changeset anb:0008-vote-events
create table vote_event (
  id           bigint generated always as identity primary key,
  at           timestamptz not null,
  kind         varchar(12) not null,
  video_id     uuid        not null,
  voter_id     uuid        not null,
  actor_id     uuid,
  reason       varchar(500),
  address_hash bytea,
  network_hash bytea,
  agent_hash   bytea,
  constraint vote_event_kind_ck check (kind in ('CAST', 'TAKEN_BACK', 'VOIDED', 'RESTORED'))
);
comment on table vote_event is 'what happened to votes; only ever added to. Hashes are keyed, so that nobody can try addresses out';
comment on column vote_event.network_hash is 'of the /24 of IPv4, the /48 of IPv6';
comment on column vote_event.actor_id is 'who voided or restored';

create index vote_event_at_ix on vote_event (at);
create index vote_event_video_ix on vote_event (video_id, at);
create index vote_event_voter_ix on vote_event (voter_id, at);
--rollback drop table vote_event;

--changeset anb:0008-vote-events-append-only splitStatements:false
create function vote_event_guard() returns trigger language plpgsql as $$
begin
  -- The one change there is: an account is deleted, and its votes lose the link to the person.
  if tg_op = 'UPDATE' and current_setting('anb.erasing', true) = 'on'
     and (new.id, new.at, new.kind, new.video_id, new.reason) is not distinct from (old.id, old.at, old.kind, old.video_id, old.reason)
  then
    return new;
  end if;
  raise exception 'table % is only ever added to', tg_table_name using errcode = 'restrict_violation';
end $$;
create trigger vote_event_append_only before update or delete on vote_event
  for each row execute function vote_event_guard();
create trigger vote_event_no_truncate before truncate on vote_event
  for each statement execute function refuse_change();
--rollback drop trigger vote_event_append_only on vote_event;
--rollback drop trigger vote_event_no_truncate on vote_event;
--rollback drop function vote_event_guard();

--changeset anb:0008-tally
create table vote_delta (
  video_id uuid    not null,
  delta    integer not null
) with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000);
comment on table vote_delta is 'changes that the tally does not hold yet; a delta of 0 says that the clip or its player changed';
create index vote_delta_video_ix on vote_delta (video_id);

create table video_tally (
  video_id     uuid   primary key,
  votes        bigint not null,
  last_vote_at timestamptz,
  version      bigint not null
) with (fillfactor = 70);
comment on table video_tally is 'counted votes of a clip; written by one server at a time, about four times a second';
comment on column video_tally.version is 'grows with every change, in the order of the commits; servers ask for what is newer than what they know';
create index video_tally_version_ix on video_tally (version);
create sequence video_tally_version;

insert into vote_delta (video_id, delta)
  select v.id, count(w.voter_id) from video v left join vote w on w.video_id = v.id group by v.id;
--rollback drop table vote_delta;
--rollback drop table video_tally;
--rollback drop sequence video_tally_version;

--changeset anb:0008-tally-triggers splitStatements:false
create function vote_inserted() returns trigger language plpgsql as $$
begin
  insert into vote_delta (video_id, delta)
    select video_id, count(*) from added where voided_at is null group by video_id;
  return null;
end $$;
create function vote_deleted() returns trigger language plpgsql as $$
begin
  insert into vote_delta (video_id, delta)
    select video_id, -count(*) from gone where voided_at is null group by video_id;
  return null;
end $$;
create function vote_updated() returns trigger language plpgsql as $$
begin
  insert into vote_delta (video_id, delta)
    select video_id, sum(change) from (
      select video_id, 1 as change from added where voided_at is null
      union all
      select video_id, -1 from gone where voided_at is null) changes
    group by video_id having sum(change) <> 0;
  return null;
end $$;
create trigger vote_inserted after insert on vote referencing new table as added
  for each statement execute function vote_inserted();
create trigger vote_deleted after delete on vote referencing old table as gone
  for each statement execute function vote_deleted();
create trigger vote_updated after update on vote referencing old table as gone new table as added
  for each statement execute function vote_updated();

-- Rankings show names, cities and titles beside the votes, and only of what is published.
create function video_shown_changed() returns trigger language plpgsql as $$
begin
  insert into vote_delta (video_id, delta) values (coalesce(new.id, old.id), 0);
  return null;
end $$;
create trigger video_shown_changed after update of published_at, title on video
  for each row when (old.published_at is distinct from new.published_at or old.title is distinct from new.title)
  execute function video_shown_changed();
create trigger video_inserted after insert on video
  for each row when (new.published_at is not null) execute function video_shown_changed();
create trigger video_deleted after delete on video
  for each row when (old.published_at is not null) execute function video_shown_changed();

create function account_shown_changed() returns trigger language plpgsql as $$
begin
  insert into vote_delta (video_id, delta)
    select id, 0 from video where owner_id = new.id and published_at is not null;
  return null;
end $$;
create trigger account_shown_changed after update of first_name, last_name, city on account
  for each row execute function account_shown_changed();
--rollback drop trigger vote_inserted on vote;
--rollback drop trigger vote_deleted on vote;
--rollback drop trigger vote_updated on vote;
--rollback drop trigger video_shown_changed on video;
--rollback drop trigger video_inserted on video;
--rollback drop trigger video_deleted on video;
--rollback drop trigger account_shown_changed on account;
--rollback drop function vote_inserted();
--rollback drop function vote_deleted();
--rollback drop function vote_updated();
--rollback drop function video_shown_changed();
--rollback drop function account_shown_changed();
