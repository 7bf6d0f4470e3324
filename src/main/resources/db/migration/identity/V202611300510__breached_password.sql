-- Since when a password is known to be on a list of stolen ones: seen at sign-in, gone with the next password.
alter table credential add column breached_at timestamptz;
