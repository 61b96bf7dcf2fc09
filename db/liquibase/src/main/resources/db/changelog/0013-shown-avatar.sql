--liquibase formatted sql

--changeset anb:0013-shown-avatar
drop trigger account_shown_changed on account;
create trigger account_shown_changed after update of first_name, last_name, city, avatar_at on account
  for each row execute function account_shown_changed();
--rollback drop trigger account_shown_changed on account;
--rollback create trigger account_shown_changed after update of first_name, last_name, city on account for each row execute function account_shown_changed();
