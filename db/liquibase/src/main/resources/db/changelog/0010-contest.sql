--liquibase formatted sql

--changeset anb:0010-contest-result
create table contest_result (
  id             uuid primary key,
  taken_at       timestamptz not null,
  taken_by       uuid        not null,
  inputs         text        not null,
  inputs_digest  varchar(64) not null,
  outcome        text        not null,
  outcome_digest varchar(64) not null
);
comment on table contest_result is 'what the result was computed from and what came out; only ever added to';
comment on column contest_result.taken_by is 'the administrator who closed the contest. No foreign key: results outlive accounts';
comment on column contest_result.inputs is 'canonical JSON, as text: jsonb would change the bytes that the digest is about';
comment on column contest_result.inputs_digest is 'SHA-256 of inputs in UTF-8, hexadecimal';

create trigger contest_result_append_only before update or delete or truncate on contest_result
  for each statement execute function refuse_change();
--rollback drop table contest_result;

--changeset anb:0010-contest
create table contest (
  singleton         boolean       primary key default true,
  version           integer       not null,
  name              varchar(120)  not null,
  time_zone         varchar(60)   not null,
  submission_opens  timestamptz,
  submission_closes timestamptz,
  voting_opens      timestamptz,
  voting_closes     timestamptz,
  publish_mode      varchar(12)   not null,
  self_vote         boolean       not null,
  public_weight     numeric(5, 4) not null,
  jury_weight       numeric(5, 4) not null,
  winners_per_city  integer       not null,
  result_id         uuid          references contest_result (id),
  published_at      timestamptz,
  updated_at        timestamptz   not null,
  constraint contest_singleton_ck check (singleton),
  constraint contest_publish_mode_ck check (publish_mode in ('AUTO', 'MANUAL', 'MODERATED')),
  constraint contest_submission_ck check (submission_opens < submission_closes),
  constraint contest_voting_ck check (voting_opens < voting_closes),
  constraint contest_order_ck check (
    submission_opens <= voting_opens and submission_opens < voting_closes
    and submission_closes <= voting_closes),
  constraint contest_weights_ck check (public_weight >= 0 and jury_weight >= 0 and public_weight + jury_weight = 1),
  constraint contest_winners_ck check (winners_per_city between 1 and 100),
  constraint contest_published_ck check (published_at is null or result_id is not null)
);
comment on table contest is 'the contest as administrators set it: one row, which the first server writes from its settings';
comment on column contest.version is 'grows with every change; who changes says which one it has seen';
comment on column contest.result_id is 'the snapshot that counts; null: the contest is not closed';
comment on constraint contest_order_ck on contest is 'a deadline that is not set compares as unknown, and unknown passes';
--rollback drop table contest;

--changeset anb:0010-vote-after-result splitStatements:false
create function vote_after_result() returns trigger language plpgsql as $$
begin
  -- Closing locks the table: who waited for it comes here after the snapshot, and sees it.
  if exists (select from contest where result_id is not null) then
    raise exception 'the contest is closed' using errcode = 'restrict_violation';
  end if;
  return null;
end $$;
create trigger vote_after_result after insert on vote
  for each statement execute function vote_after_result();
--rollback drop trigger vote_after_result on vote;
--rollback drop function vote_after_result();
