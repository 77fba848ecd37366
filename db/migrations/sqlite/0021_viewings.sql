CREATE TABLE `viewings` (
	`id` blob PRIMARY KEY NOT NULL,
	`session_id` blob NOT NULL,
	`user_id` blob NOT NULL,
	`tenant_id` blob NOT NULL,
	`role` text NOT NULL,
	`asked_by` text NOT NULL,
	`reason` text NOT NULL,
	`started_at` integer NOT NULL,
	`ends_at` integer NOT NULL,
	`ended_at` integer,
	FOREIGN KEY (`session_id`) REFERENCES `sessions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`tenant_id`) REFERENCES `tenants`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `viewings_session` ON `viewings` (`session_id`) WHERE ended_at is null;--> statement-breakpoint
CREATE INDEX `viewings_tenant` ON `viewings` (`tenant_id`,`started_at`,`id`);