CREATE TABLE `oem_link_applications` (
	`id` blob PRIMARY KEY NOT NULL,
	`partner_id` blob NOT NULL,
	`state` text NOT NULL,
	`website` text NOT NULL,
	`makes` text NOT NULL,
	`contact_name` text NOT NULL,
	`contact_email` text NOT NULL,
	`note` text,
	`asked_by` blob NOT NULL,
	`created_at` integer NOT NULL,
	`assignee_id` blob,
	`reviewed_at` integer,
	`answer` text,
	`closed_at` integer,
	`closed_by` blob,
	`link_id` blob,
	FOREIGN KEY (`partner_id`) REFERENCES `tenants`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`asked_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`assignee_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`closed_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`link_id`) REFERENCES `standing_links`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `oem_link_applications_open` ON `oem_link_applications` (`partner_id`) WHERE state in ('asked', 'in_review');--> statement-breakpoint
CREATE INDEX `oem_link_applications_partner` ON `oem_link_applications` (`partner_id`,`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `oem_link_applications_state` ON `oem_link_applications` (`state`,`created_at`,`id`);--> statement-breakpoint
CREATE TABLE `oem_link_mails` (
	`id` blob PRIMARY KEY NOT NULL,
	`partner_id` blob NOT NULL,
	`link_id` blob NOT NULL,
	`recipient_name` text NOT NULL,
	`recipient_email` text NOT NULL,
	`organization` text NOT NULL,
	`sent_by` blob NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`partner_id`) REFERENCES `tenants`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`link_id`) REFERENCES `standing_links`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`sent_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `oem_link_mails_partner` ON `oem_link_mails` (`partner_id`,`created_at`,`id`);--> statement-breakpoint
ALTER TABLE `standing_links` ADD `ended_by` blob REFERENCES users(id);--> statement-breakpoint
ALTER TABLE `standing_links` ADD `ended_reason` text;