--liquibase formatted sql

--changeset anb:0015-take-back-after-result splitStatements:false
create function take_back_after_result() returns trigger language plpgsql as $$
begin
  -- Not on the votes themselves: those of a deleted account's clips go at any time.
  if exists (select from contest where result_id is not null) then
    raise exception 'the contest is closed' using errcode = 'restrict_violation';
  end if;
  return null;
end $$;
create trigger take_back_after_result after insert on vote_event
  for each row when (new.kind = 'TAKEN_BACK') execute function take_back_after_result();
--rollback drop trigger take_back_after_result on vote_event;
--rollback drop function take_back_after_result();

--changeset anb:0015-shown-changes
-- An account's row is written whole; most of the time nothing that is shown has changed.
drop trigger account_shown_changed on account;
create trigger account_shown_changed after update on account
  for each row
  when ((old.first_name, old.last_name, old.city, old.avatar_at)
        is distinct from (new.first_name, new.last_name, new.city, new.avatar_at))
  execute function account_shown_changed();
--rollback drop trigger account_shown_changed on account;
--rollback create trigger account_shown_changed after update of first_name, last_name, city, avatar_at on account for each row execute function account_shown_changed();
