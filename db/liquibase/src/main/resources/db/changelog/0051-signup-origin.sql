--liquibase formatted sql

--changeset anb:0051-signup-origin
alter table account
  add column signup_network_hash bytea,
  add column signup_agent_hash   bytea;
comment on column account.signup_network_hash is 'keyed, of the /24 of IPv4 or the /48 of IPv6 that the account was made from, as in vote_event; null for accounts of earlier releases';
comment on column account.signup_agent_hash is 'keyed, of the program that the account was made with';
--rollback alter table account drop column signup_network_hash, drop column signup_agent_hash;
