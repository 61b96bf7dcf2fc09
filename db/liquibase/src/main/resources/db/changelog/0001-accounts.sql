--liquibase formatted sql

--changeset anb:0001-accounts
create table account (
  id            uuid primary key,
  email         varchar(254) not null,
  password_hash varchar(255) not null,
  first_name    varchar(80)  not null,
  last_name     varchar(80)  not null,
  city          varchar(120) not null,
  city_key      varchar(120) not null,
  country       varchar(80)  not null,
  role          varchar(16)  not null,
  created_at    timestamptz  not null,
  constraint account_role_ck check (role in ('PLAYER', 'JUROR', 'ADMIN'))
);
comment on column account.city_key is 'city without accents and case; what rankings filter by';

-- E-mail addresses are unique without regard to case, whatever races the application loses.
create unique index account_email_uk on account (lower(email));
create index account_city_key_ix on account (city_key);
--rollback drop table account;
