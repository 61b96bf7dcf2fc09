--liquibase formatted sql

--changeset anb:0090-erasing splitStatements:false rollbackSplitStatements:false
-- The way by which a deleted person leaves the votes and their trail. It has its owner's rights; the web servers' role may call it
-- and may not update the trail itself.
create function erase_voter(person uuid) returns bigint language plpgsql security definer
  set search_path = pg_catalog, pg_temp as $$
declare
  erased bigint;
begin
  if exists (select from public.account where id = person) then
    raise exception 'account % is not deleted', person using errcode = 'restrict_violation';
  end if;
  -- One new id for each clip, in the votes and in what happened to them.
  with fresh as materialized (
    select video_id, gen_random_uuid() as id from (
      select video_id from public.vote where voter_id = person
      union
      select video_id from public.vote_event where voter_id = person) voted),
  votes as (
    update public.vote set voter_id = fresh.id from fresh
    where vote.video_id = fresh.video_id and vote.voter_id = person)
  update public.vote_event
  set voter_id = fresh.id, address_hash = null, network_hash = null, agent_hash = null
  from fresh
  where vote_event.video_id = fresh.video_id and vote_event.voter_id = person;
  get diagnostics erased = row_count;
  return erased;
end $$;
comment on function erase_voter(uuid) is 'unlinks the votes of a deleted account from the person; refused while the account exists';
revoke execute on function erase_voter(uuid) from public;

-- No setting of a session opens the trail any more. Whoever may update it at all is its owner, and only to the form of an erasure.
create or replace function vote_event_guard() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE'
     and (new.id, new.at, new.kind, new.video_id, new.actor_id, new.reason)
         is not distinct from (old.id, old.at, old.kind, old.video_id, old.actor_id, old.reason)
     and new.address_hash is null and new.network_hash is null and new.agent_hash is null
     and not exists (select from account where id = new.voter_id)
  then
    return new;
  end if;
  raise exception 'table % is only ever added to', tg_table_name using errcode = 'restrict_violation';
end $$;
alter function vote_event_guard() set search_path = public, pg_temp;
--rollback create or replace function vote_event_guard() returns trigger language plpgsql as $$
--rollback begin
--rollback   if tg_op = 'UPDATE' and current_setting('anb.erasing', true) = 'on'
--rollback      and (new.id, new.at, new.kind, new.video_id, new.reason) is not distinct from (old.id, old.at, old.kind, old.video_id, old.reason)
--rollback   then
--rollback     return new;
--rollback   end if;
--rollback   raise exception 'table % is only ever added to', tg_table_name using errcode = 'restrict_violation';
--rollback end $$;
--rollback drop function erase_voter(uuid);

--changeset anb:0090-triggers-of-the-owner
-- A session's own temporary tables must not stand in for the product's.
alter function vote_after_result() set search_path = public, pg_temp;
alter function score_after_result() set search_path = public, pg_temp;
alter function take_back_after_result() set search_path = public, pg_temp;
alter function juror_deleted() set search_path = public, pg_temp;
-- These write down what changed for whoever changed it, so no role needs to be able to write false deltas.
alter function vote_inserted() security definer set search_path = public, pg_temp;
alter function vote_deleted() security definer set search_path = public, pg_temp;
alter function vote_updated() security definer set search_path = public, pg_temp;
alter function video_shown_changed() security definer set search_path = public, pg_temp;
alter function account_shown_changed() security definer set search_path = public, pg_temp;
--rollback alter function account_shown_changed() security invoker reset search_path;
--rollback alter function video_shown_changed() security invoker reset search_path;
--rollback alter function vote_updated() security invoker reset search_path;
--rollback alter function vote_deleted() security invoker reset search_path;
--rollback alter function vote_inserted() security invoker reset search_path;
--rollback alter function juror_deleted() reset search_path;
--rollback alter function take_back_after_result() reset search_path;
--rollback alter function score_after_result() reset search_path;
--rollback alter function vote_after_result() reset search_path;
