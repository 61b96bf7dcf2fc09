--liquibase formatted sql

--changeset anb:0083-gallery-after-judging
alter table contest add column gallery_after_judging boolean not null default false;
comment on column contest.gallery_after_judging is 'the public sees clips when the voting opens and not before; jurors are done then';
--rollback alter table contest drop column gallery_after_judging;
