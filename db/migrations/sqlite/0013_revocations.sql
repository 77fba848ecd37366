CREATE TABLE `evidence_parts` (
	`subject_id` blob NOT NULL,
	`part` integer NOT NULL,
	`content` blob NOT NULL,
	PRIMARY KEY(`subject_id`, `part`)
);
--> statement-breakpoint
CREATE TABLE `removal_notes` (
	`id` blob PRIMARY KEY NOT NULL,
	`removal_id` blob NOT NULL,
	`user_id` blob NOT NULL,
	`at` integer NOT NULL,
	`text` text NOT NULL,
	FOREIGN KEY (`removal_id`) REFERENCES `removal_requests`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `removal_notes_removal` ON `removal_notes` (`removal_id`,`id`);--> statement-breakpoint
CREATE TABLE `revocations` (
	`id` blob PRIMARY KEY NOT NULL,
	`consent_id` blob NOT NULL,
	`customer_id` blob NOT NULL,
	`partner_id` blob NOT NULL,
	`state` text NOT NULL,
	`reason` text NOT NULL,
	`how` text NOT NULL,
	`asker_name` text NOT NULL,
	`asker_mail` text NOT NULL,
	`evidence_type` text,
	`evidence_bytes` integer,
	`created_by` blob NOT NULL,
	`created_at` integer NOT NULL,
	`ends_at` integer NOT NULL,
	`closed_at` integer,
	`closed_by` blob,
	`taken_back_for` text,
	FOREIGN KEY (`consent_id`) REFERENCES `consents`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`customer_id`) REFERENCES `tenants`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`partner_id`) REFERENCES `tenants`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`created_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`closed_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `revocations_open` ON `revocations` (`consent_id`) WHERE state = 'announced';--> statement-breakpoint
CREATE INDEX `revocations_consent` ON `revocations` (`consent_id`,`created_at`);--> statement-breakpoint
CREATE INDEX `revocations_customer` ON `revocations` (`customer_id`,`created_at`);--> statement-breakpoint
CREATE INDEX `revocations_partner` ON `revocations` (`partner_id`,`created_at`);