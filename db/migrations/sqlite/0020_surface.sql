CREATE TABLE `surface_registrations` (
	`id` blob PRIMARY KEY NOT NULL,
	`upload_id` blob NOT NULL,
	`customer_id` blob NOT NULL,
	`asked_by` blob NOT NULL,
	`model` text NOT NULL,
	`reason` text NOT NULL,
	`proof_type` text NOT NULL,
	`proof_bytes` integer NOT NULL,
	`created_by` blob NOT NULL,
	`created_at` integer NOT NULL,
	`taken_back_for` text,
	FOREIGN KEY (`upload_id`) REFERENCES `uploads`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`customer_id`) REFERENCES `tenants`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`asked_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`created_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `surface_registrations_upload` ON `surface_registrations` (`upload_id`);--> statement-breakpoint
CREATE INDEX `surface_registrations_created` ON `surface_registrations` (`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `surface_registrations_customer` ON `surface_registrations` (`customer_id`,`created_at`);