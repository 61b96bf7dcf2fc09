--liquibase formatted sql

--changeset anb:0080-second-factor
create table second_factor (
  account_id    uuid primary key references account (id) on delete cascade,
  secret        bytea       not null,
  begun_at      timestamptz not null,
  confirmed_at  timestamptz,
  last_step     bigint      not null default 0,
  failures      integer     not null default 0,
  blocked_until timestamptz
);
comment on table second_factor is 'one-time codes (RFC 6238) of an account; asked for at the sign-in once they are confirmed';
comment on column second_factor.secret is 'AES-256-GCM with a key derived from anb.audit.key: nonce, then ciphertext and tag';
comment on column second_factor.last_step is 'the latest half minute whose code was used; codes up to it are spent';
comment on column second_factor.failures is 'wrong codes since the last right one';
comment on column second_factor.blocked_until is 'until then only a recovery code is looked at';
--rollback drop table second_factor;

--changeset anb:0080-recovery-code
create table recovery_code (
  account_id uuid  not null references second_factor (account_id) on delete cascade,
  hash       bytea not null,
  used_at    timestamptz,
  primary key (account_id, hash)
);
comment on table recovery_code is 'takes the place of a one-time code, once each';
comment on column recovery_code.hash is 'HMAC-SHA-256 of account and code, with a key derived from anb.audit.key';
--rollback drop table recovery_code;

--changeset anb:0080-short-password
alter table account_session add column short_password boolean not null default false;
comment on column account_session.short_password is 'whether its password is too short for jurors and administrators';
--rollback alter table account_session drop column short_password;
