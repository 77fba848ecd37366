CREATE TABLE `suspensions` (
	`id` blob PRIMARY KEY NOT NULL,
	`tenant_id` blob NOT NULL,
	`client_id` blob,
	`subject_id` blob NOT NULL,
	`state` text NOT NULL,
	`reason` text NOT NULL,
	`proposed_by` blob NOT NULL,
	`created_at` integer NOT NULL,
	`decided_by` blob,
	`decided_at` integer,
	`answer` text,
	`reinstated_by` blob,
	`closed_at` integer,
	FOREIGN KEY (`tenant_id`) REFERENCES `tenants`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`client_id`) REFERENCES `api_clients`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`proposed_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`decided_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`reinstated_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `suspensions_open` ON `suspensions` (`subject_id`) WHERE state in ('proposed', 'active');--> statement-breakpoint
CREATE INDEX `suspensions_state` ON `suspensions` (`state`,`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `suspensions_tenant` ON `suspensions` (`tenant_id`,`created_at`,`id`);--> statement-breakpoint
ALTER TABLE `api_clients` ADD `suspended_at` integer;--> statement-breakpoint
ALTER TABLE `tenants` ADD `suspended_at` integer;--> statement-breakpoint
CREATE INDEX `tenants_suspended` ON `tenants` (`suspended_at`) WHERE suspended_at is not null;