CREATE TABLE `name_changes` (
	`id` blob PRIMARY KEY NOT NULL,
	`tenant_id` blob NOT NULL,
	`state` text NOT NULL,
	`before` text NOT NULL,
	`name` text NOT NULL,
	`note` text NOT NULL,
	`asked_by` blob NOT NULL,
	`asked_at` integer NOT NULL,
	`decided_by` blob,
	`decided_at` integer,
	`reason` text,
	FOREIGN KEY (`tenant_id`) REFERENCES `tenants`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`asked_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`decided_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `name_changes_open` ON `name_changes` (`tenant_id`) WHERE state = 'waiting';--> statement-breakpoint
CREATE INDEX `name_changes_state` ON `name_changes` (`state`,`asked_at`,`id`);--> statement-breakpoint
CREATE INDEX `name_changes_tenant` ON `name_changes` (`tenant_id`,`asked_at`);--> statement-breakpoint
CREATE TABLE `partner_applications` (
	`id` blob PRIMARY KEY NOT NULL,
	`state` text NOT NULL,
	`organization` text NOT NULL,
	`domain` text NOT NULL,
	`country` text NOT NULL,
	`partner_type` text NOT NULL,
	`mpn_id` text,
	`contact_name` text NOT NULL,
	`contact_email` text NOT NULL,
	`token_hash` text NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`verified_at` integer,
	`decided_by` blob,
	`decided_at` integer,
	`reason` text,
	`tenant_id` blob,
	FOREIGN KEY (`decided_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`tenant_id`) REFERENCES `tenants`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `partner_applications_token` ON `partner_applications` (`token_hash`);--> statement-breakpoint
CREATE UNIQUE INDEX `partner_applications_unverified` ON `partner_applications` (`contact_email`) WHERE state = 'unverified';--> statement-breakpoint
CREATE UNIQUE INDEX `partner_applications_waiting` ON `partner_applications` (`domain`) WHERE state = 'waiting';--> statement-breakpoint
CREATE INDEX `partner_applications_state` ON `partner_applications` (`state`,`created_at`,`id`);--> statement-breakpoint
CREATE TABLE `sign_ups` (
	`id` blob PRIMARY KEY NOT NULL,
	`email` text NOT NULL,
	`token_hash` text NOT NULL,
	`request_id` blob,
	`standing_id` blob,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`used_at` integer,
	`replaced_at` integer,
	`tenant_id` blob,
	FOREIGN KEY (`request_id`) REFERENCES `consent_requests`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`standing_id`) REFERENCES `standing_links`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`tenant_id`) REFERENCES `tenants`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `sign_ups_token` ON `sign_ups` (`token_hash`);--> statement-breakpoint
CREATE UNIQUE INDEX `sign_ups_open` ON `sign_ups` (`email`) WHERE used_at is null and replaced_at is null;--> statement-breakpoint
CREATE TABLE `passkeys` (
	`id` blob PRIMARY KEY NOT NULL,
	`user_id` blob NOT NULL,
	`credential_id` text NOT NULL,
	`public_key` blob NOT NULL,
	`counter` integer NOT NULL,
	`transports` text NOT NULL,
	`backed_up` integer NOT NULL,
	`name` text NOT NULL,
	`created_at` integer NOT NULL,
	`last_used_at` integer,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `passkeys_credential` ON `passkeys` (`credential_id`);--> statement-breakpoint
CREATE INDEX `passkeys_user` ON `passkeys` (`user_id`);--> statement-breakpoint
CREATE TABLE `recovery_codes` (
	`id` blob PRIMARY KEY NOT NULL,
	`user_id` blob NOT NULL,
	`code_hash` text NOT NULL,
	`created_at` integer NOT NULL,
	`used_at` integer,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `recovery_codes_code` ON `recovery_codes` (`user_id`,`code_hash`);--> statement-breakpoint
CREATE TABLE `spent_tokens` (
	`key` text PRIMARY KEY NOT NULL,
	`until` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `spent_tokens_until` ON `spent_tokens` (`until`);--> statement-breakpoint
CREATE TABLE `totp_keys` (
	`user_id` blob PRIMARY KEY NOT NULL,
	`secret` text NOT NULL,
	`created_at` integer NOT NULL,
	`last_step` integer NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `known_devices` (
	`id` blob PRIMARY KEY NOT NULL,
	`user_id` blob NOT NULL,
	`token_hash` text NOT NULL,
	`first_seen_at` integer NOT NULL,
	`last_seen_at` integer NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `known_devices_token` ON `known_devices` (`user_id`,`token_hash`);--> statement-breakpoint
DROP INDEX `users_email`;--> statement-breakpoint
ALTER TABLE `users` ADD `directory_oid` text;--> statement-breakpoint
ALTER TABLE `users` ADD `cloud_native` integer;--> statement-breakpoint
ALTER TABLE `users` ADD `locale` text;--> statement-breakpoint
ALTER TABLE `users` ADD `time_zone` text;--> statement-breakpoint
ALTER TABLE `users` ADD `theme` text;--> statement-breakpoint
CREATE UNIQUE INDEX `users_directory` ON `users` (`tenant_id`,`directory_oid`) WHERE removed_at is null and directory_oid is not null;--> statement-breakpoint
CREATE UNIQUE INDEX `users_email` ON `users` (`email`) WHERE removed_at is null and directory_oid is null;--> statement-breakpoint
ALTER TABLE `sessions` ADD `method` text;--> statement-breakpoint
ALTER TABLE `sessions` ADD `address` text;--> statement-breakpoint
ALTER TABLE `sessions` ADD `agent` text;--> statement-breakpoint
ALTER TABLE `tenants` ADD `directory_id` text;--> statement-breakpoint
CREATE UNIQUE INDEX `tenants_directory` ON `tenants` (`directory_id`) WHERE directory_id is not null;