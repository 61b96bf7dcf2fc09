--liquibase formatted sql

--changeset anb:0014-scores-after-result splitStatements:false
create function score_after_result() returns trigger language plpgsql as $$
begin
  -- As with votes: closing locks the table, and who waited for it comes here after the snapshot.
  if exists (select from contest where result_id is not null) then
    raise exception 'the contest is closed' using errcode = 'restrict_violation';
  end if;
  return null;
end $$;
create trigger score_after_result after insert or update on jury_sheet
  for each statement execute function score_after_result();
--rollback drop trigger score_after_result on jury_sheet;
--rollback drop function score_after_result();
