-- What the roles of web servers and workers may do; the owner runs this at the end of every migration. It states everything anew,
-- so a line that goes away here is a right that goes away there. Nobody but the owner changes tables, triggers or functions.

-- Two migrations at a time would stumble over each other's grants. The number is any that no other advisory lock has.
select pg_advisory_xact_lock(7310582640014);

-- Whoever may not create roles leaves that to the database's administrator, and migrates again afterwards.
do $$
declare
  wanted text;
begin
  foreach wanted in array array['anb_web', 'anb_worker'] loop
    if not exists (select from pg_roles where rolname = wanted) then
      begin
        execute format('create role %I nologin', wanted);
      exception
        when insufficient_privilege or duplicate_object or unique_violation then null;
      end;
    end if;
  end loop;
end $$;

do $$
declare
  -- What the owner made: an extension may have put something into the schema, which is nobody's business here.
  tables text := (select string_agg(c.oid::regclass::text, ', ') from pg_class c
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'v') and pg_has_role(c.relowner, 'usage')
      and not exists (select from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e'));
  sequences text := (select string_agg(c.oid::regclass::text, ', ') from pg_class c
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'S' and pg_has_role(c.relowner, 'usage')
      and not exists (select from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e'));
  role_name text;
begin
  foreach role_name in array array['anb_web', 'anb_worker'] loop
    if exists (select from pg_roles where rolname = role_name) then
      execute format('revoke all on table %s from %I', tables, role_name);
      execute format('revoke all on sequence %s from %I', sequences, role_name);
      execute format('grant usage on schema public to %I', role_name);
    end if;
  end loop;
  if exists (select from pg_roles where rolname = 'anb_web') then
    execute format('grant select, insert, update, delete on table %s to anb_web', tables);
    execute format('grant select on sequence %s to anb_web', sequences);
  end if;
end $$;

do $$
begin
  if not exists (select from pg_roles where rolname = 'anb_web') then
    return;
  end if;
  -- Trails and results only grow. Their numbers are given out by the database: no column of those can be written.
  revoke insert, update, delete on audit_entry, vote_event, trail_seal, contest_result from anb_web;
  grant insert (id, at, actor_id, action, subject_type, subject_id, reason, detail) on audit_entry to anb_web;
  grant insert (at, kind, video_id, voter_id, actor_id, reason, address_hash, network_hash, agent_hash)
    on vote_event to anb_web;
  grant insert on trail_seal, contest_result to anb_web;
  grant execute on function erase_voter(uuid) to anb_web;

  -- A vote is cast, taken back or voided; whose it is does not change.
  revoke update on vote from anb_web;
  grant update (voided_at, voided_by, void_reason) on vote to anb_web;

  -- Deltas come from triggers, the rest from migrations.
  revoke insert, update on vote_delta from anb_web;
  revoke update, delete on media_mount from anb_web;
  revoke insert, update, delete on city, databasechangelog, databasechangeloglock, jury_assignment_state from anb_web;

  grant usage on sequence video_tally_version to anb_web;
end $$;

do $$
begin
  if not exists (select from pg_roles where rolname = 'anb_worker') then
    return;
  end if;
  grant select on contest, media_mount, video, processing_job to anb_worker;
  grant update (status, processed_at, published_at, duration_ms, failure_code) on video to anb_worker;
  grant update on processing_job to anb_worker;
end $$;
