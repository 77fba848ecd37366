CREATE TABLE `api_allowances` (
	`client_id` blob PRIMARY KEY NOT NULL,
	`period` integer NOT NULL,
	`taken` integer NOT NULL,
	FOREIGN KEY (`client_id`) REFERENCES `api_clients`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `api_calls` (
	`client_id` blob NOT NULL,
	`request_id` text NOT NULL,
	`fingerprint` text NOT NULL,
	`held_until` integer NOT NULL,
	`status` integer,
	`headers` text,
	`body` text,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`client_id`, `request_id`),
	FOREIGN KEY (`client_id`) REFERENCES `api_clients`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `api_calls_time` ON `api_calls` (`client_id`,`created_at`);--> statement-breakpoint
CREATE TABLE `api_secrets` (
	`id` blob PRIMARY KEY NOT NULL,
	`client_id` blob NOT NULL,
	`place` integer NOT NULL,
	`hash` text NOT NULL,
	`ending` text NOT NULL,
	`created_at` integer NOT NULL,
	`dropped_at` integer,
	FOREIGN KEY (`client_id`) REFERENCES `api_clients`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `api_secrets_place` ON `api_secrets` (`client_id`,`place`) WHERE dropped_at is null;--> statement-breakpoint
CREATE TABLE `api_tokens` (
	`hash` text PRIMARY KEY NOT NULL,
	`client_id` blob NOT NULL,
	`secret_id` blob NOT NULL,
	`scopes` text NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	FOREIGN KEY (`client_id`) REFERENCES `api_clients`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`secret_id`) REFERENCES `api_secrets`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `api_tokens_client` ON `api_tokens` (`client_id`,`expires_at`);--> statement-breakpoint
PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_batches` (
	`id` blob PRIMARY KEY NOT NULL,
	`customer_id` blob NOT NULL,
	`partner_id` blob NOT NULL,
	`name` text NOT NULL,
	`name_key` text NOT NULL,
	`created_by` blob,
	`client_id` blob,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`customer_id`) REFERENCES `tenants`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`partner_id`) REFERENCES `tenants`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`created_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`client_id`) REFERENCES `api_clients`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
INSERT INTO `__new_batches`("id", "customer_id", "partner_id", "name", "name_key", "created_by", "client_id", "created_at") SELECT "id", "customer_id", "partner_id", "name", "name_key", "created_by", null, "created_at" FROM `batches`;--> statement-breakpoint
DROP TABLE `batches`;--> statement-breakpoint
ALTER TABLE `__new_batches` RENAME TO `batches`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
CREATE UNIQUE INDEX `batches_name` ON `batches` (`customer_id`,`partner_id`,`name_key`);--> statement-breakpoint
CREATE TABLE `__new_device_changes` (
	`id` blob PRIMARY KEY NOT NULL,
	`device_id` blob NOT NULL,
	`at` integer NOT NULL,
	`user_id` blob,
	`client_id` blob,
	`what` text NOT NULL,
	`before` text,
	`after` text,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`client_id`) REFERENCES `api_clients`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
INSERT INTO `__new_device_changes`("id", "device_id", "at", "user_id", "client_id", "what", "before", "after") SELECT "id", "device_id", "at", "user_id", null, "what", "before", "after" FROM `device_changes`;--> statement-breakpoint
DROP TABLE `device_changes`;--> statement-breakpoint
ALTER TABLE `__new_device_changes` RENAME TO `device_changes`;--> statement-breakpoint
CREATE INDEX `device_changes_device` ON `device_changes` (`device_id`,`at`,`id`);--> statement-breakpoint
CREATE TABLE `__new_uploads` (
	`id` blob PRIMARY KEY NOT NULL,
	`number` integer NOT NULL,
	`customer_id` blob NOT NULL,
	`partner_id` blob NOT NULL,
	`batch_id` blob,
	`batch_name` text NOT NULL,
	`created_by` blob,
	`client_id` blob,
	`file_name` text,
	`mode` text NOT NULL,
	`state` text NOT NULL,
	`idempotency_key` text,
	`bytes` integer NOT NULL,
	`sha256` text,
	`encoding` text,
	`columns` text,
	`ignored_columns` text,
	`format` text,
	`header` text,
	`mapping` text,
	`group_tag` text,
	`order_number` text,
	`profile_id` blob,
	`total` integer NOT NULL,
	`done_rows` integer NOT NULL,
	`registered` integer NOT NULL,
	`unchanged` integer NOT NULL,
	`rejected` integer NOT NULL,
	`failure_code` text,
	`failure_message` text,
	`same_as_id` blob,
	`created_at` integer NOT NULL,
	`started_at` integer,
	`finished_at` integer,
	`canceled_by` blob,
	`undone_at` integer,
	`undone_by` blob,
	`undo_finished_at` integer,
	`deregistered` integer,
	FOREIGN KEY (`customer_id`) REFERENCES `tenants`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`partner_id`) REFERENCES `tenants`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`batch_id`) REFERENCES `batches`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`created_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`client_id`) REFERENCES `api_clients`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`canceled_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`undone_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
INSERT INTO `__new_uploads`("id", "number", "customer_id", "partner_id", "batch_id", "batch_name", "created_by", "client_id", "file_name", "mode", "state", "idempotency_key", "bytes", "sha256", "encoding", "columns", "ignored_columns", "format", "header", "mapping", "group_tag", "order_number", "profile_id", "total", "done_rows", "registered", "unchanged", "rejected", "failure_code", "failure_message", "same_as_id", "created_at", "started_at", "finished_at", "canceled_by", "undone_at", "undone_by", "undo_finished_at", "deregistered") SELECT "id", "number", "customer_id", "partner_id", "batch_id", "batch_name", "created_by", null, "file_name", "mode", "state", "idempotency_key", "bytes", "sha256", "encoding", "columns", "ignored_columns", "format", "header", "mapping", "group_tag", "order_number", "profile_id", "total", "done_rows", "registered", "unchanged", "rejected", "failure_code", "failure_message", "same_as_id", "created_at", "started_at", "finished_at", "canceled_by", "undone_at", "undone_by", "undo_finished_at", "deregistered" FROM `uploads`;--> statement-breakpoint
DROP TABLE `uploads`;--> statement-breakpoint
ALTER TABLE `__new_uploads` RENAME TO `uploads`;--> statement-breakpoint
CREATE INDEX `uploads_customer` ON `uploads` (`customer_id`,`partner_id`,`id`);--> statement-breakpoint
CREATE INDEX `uploads_digest` ON `uploads` (`partner_id`,`customer_id`,`sha256`);--> statement-breakpoint
CREATE UNIQUE INDEX `uploads_number` ON `uploads` (`number`);--> statement-breakpoint
CREATE UNIQUE INDEX `uploads_idempotency` ON `uploads` (`partner_id`,`idempotency_key`);--> statement-breakpoint
CREATE TABLE `__new_profiles` (
	`id` blob PRIMARY KEY NOT NULL,
	`customer_id` blob NOT NULL,
	`maker_id` blob NOT NULL,
	`source` text NOT NULL,
	`name` text NOT NULL,
	`name_key` text NOT NULL,
	`description` text NOT NULL,
	`settings` text NOT NULL,
	`revision` integer NOT NULL,
	`created_by` blob,
	`client_id` blob,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`customer_id`) REFERENCES `tenants`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`maker_id`) REFERENCES `tenants`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`created_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`client_id`) REFERENCES `api_clients`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
INSERT INTO `__new_profiles`("id", "customer_id", "maker_id", "source", "name", "name_key", "description", "settings", "revision", "created_by", "client_id", "created_at", "updated_at") SELECT "id", "customer_id", "maker_id", "source", "name", "name_key", "description", "settings", "revision", "created_by", null, "created_at", "updated_at" FROM `profiles`;--> statement-breakpoint
DROP TABLE `profiles`;--> statement-breakpoint
ALTER TABLE `__new_profiles` RENAME TO `profiles`;--> statement-breakpoint
CREATE UNIQUE INDEX `profiles_name` ON `profiles` (`customer_id`,`maker_id`,`name_key`);--> statement-breakpoint
ALTER TABLE `api_clients` ADD `name` text;--> statement-breakpoint
ALTER TABLE `api_clients` ADD `scopes` text;--> statement-breakpoint
ALTER TABLE `api_clients` ADD `created_by` blob REFERENCES users(id);--> statement-breakpoint
ALTER TABLE `api_clients` ADD `last_used_at` integer;--> statement-breakpoint
ALTER TABLE `api_clients` ADD `revoked_by` blob REFERENCES users(id);--> statement-breakpoint
CREATE INDEX `api_clients_tenant` ON `api_clients` (`tenant_id`,`created_at`);--> statement-breakpoint
ALTER TABLE `api_clients` DROP COLUMN `secret_hash`;