--liquibase formatted sql

--changeset anb:0009-account-state
alter table account
  add column token_version integer     not null default 0,
  add column disabled_at   timestamptz,
  add column avatar_at     timestamptz;
comment on column account.token_version is 'part of every access token; raising it voids those that are out';
comment on column account.disabled_at is 'since then the account cannot sign in';
comment on column account.avatar_at is 'when the avatar was put there, null without one; part of its address, so that it can be cached for long';
--rollback alter table account drop column token_version, drop column disabled_at, drop column avatar_at;

--changeset anb:0009-sessions
create table account_session (
  id           uuid primary key,
  account_id   uuid         not null references account (id) on delete cascade,
  refresh_hash bytea        not null,
  agent        varchar(200) not null,
  created_at   timestamptz  not null,
  used_at      timestamptz  not null,
  expires_at   timestamptz  not null
);
comment on table account_session is 'somebody is signed in somewhere; an ended session is deleted';
comment on column account_session.refresh_hash is 'SHA-256 of the one refresh token that is good; any other of this session has been used before';
comment on column account_session.agent is 'what the client calls itself, for its owner to recognise';
create index account_session_account_ix on account_session (account_id, used_at);
create index account_session_expires_ix on account_session (expires_at);
--rollback drop table account_session;

--changeset anb:0009-revocations
create table revocation (
  subject     uuid primary key,
  min_version integer     not null,
  recorded_at timestamptz not null,
  expires_at  timestamptz not null
);
comment on table revocation is 'access tokens that are void before they expire; every server reads it once a second';
comment on column revocation.subject is 'a session or an account. No foreign key: entries outlive both';
comment on column revocation.min_version is 'tokens with a lower version of the account are void';
comment on column revocation.expires_at is 'later there can be no such token any more';
create index revocation_recorded_ix on revocation (recorded_at);
--rollback drop table revocation;
