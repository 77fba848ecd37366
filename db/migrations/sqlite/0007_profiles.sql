CREATE TABLE `batch_profiles` (
	`batch_id` blob PRIMARY KEY NOT NULL,
	`run_id` blob NOT NULL,
	`profile_id` blob,
	`partner_id` blob NOT NULL,
	`started_by` blob NOT NULL,
	`started_at` integer NOT NULL,
	`last_upload` integer NOT NULL,
	`last_row` integer NOT NULL,
	`done` integer NOT NULL,
	`finished_at` integer,
	`stopped` text,
	FOREIGN KEY (`batch_id`) REFERENCES `batches`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`partner_id`) REFERENCES `tenants`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`started_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `default_profiles` (
	`customer_id` blob NOT NULL,
	`partner_id` blob NOT NULL,
	`profile_id` blob NOT NULL,
	`set_by` blob NOT NULL,
	`set_at` integer NOT NULL,
	PRIMARY KEY(`customer_id`, `partner_id`),
	FOREIGN KEY (`customer_id`) REFERENCES `tenants`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`partner_id`) REFERENCES `tenants`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`profile_id`) REFERENCES `profiles`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`set_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `default_profiles_profile` ON `default_profiles` (`profile_id`);--> statement-breakpoint
CREATE TABLE `device_profiles` (
	`upload` integer NOT NULL,
	`row` integer NOT NULL,
	`source` text NOT NULL,
	`profile_id` blob NOT NULL,
	PRIMARY KEY(`upload`, `row`, `source`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `profile_counts` (
	`profile_id` blob NOT NULL,
	`batch_id` blob NOT NULL,
	`devices` integer NOT NULL,
	PRIMARY KEY(`profile_id`, `batch_id`)
);
--> statement-breakpoint
CREATE TABLE `profiles` (
	`id` blob PRIMARY KEY NOT NULL,
	`customer_id` blob NOT NULL,
	`maker_id` blob NOT NULL,
	`source` text NOT NULL,
	`name` text NOT NULL,
	`name_key` text NOT NULL,
	`description` text NOT NULL,
	`settings` text NOT NULL,
	`revision` integer NOT NULL,
	`created_by` blob NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`customer_id`) REFERENCES `tenants`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`maker_id`) REFERENCES `tenants`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`created_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `profiles_name` ON `profiles` (`customer_id`,`maker_id`,`name_key`);--> statement-breakpoint
ALTER TABLE `uploads` ADD `profile_id` blob;