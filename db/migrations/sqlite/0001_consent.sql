CREATE TABLE `receipts` (
	`id` blob NOT NULL,
	`tenant_id` blob NOT NULL,
	`consent_id` blob NOT NULL,
	`request_id` blob,
	`event` text NOT NULL,
	`at` integer NOT NULL,
	`content` text NOT NULL,
	`hash` text NOT NULL,
	PRIMARY KEY(`id`, `tenant_id`),
	FOREIGN KEY (`tenant_id`) REFERENCES `tenants`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`consent_id`) REFERENCES `consents`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`request_id`) REFERENCES `consent_requests`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `receipts_consent` ON `receipts` (`tenant_id`,`consent_id`,`at`);--> statement-breakpoint
CREATE INDEX `receipts_request` ON `receipts` (`tenant_id`,`request_id`);--> statement-breakpoint
CREATE TABLE `removal_requests` (
	`id` blob PRIMARY KEY NOT NULL,
	`consent_id` blob NOT NULL,
	`customer_id` blob NOT NULL,
	`partner_id` blob NOT NULL,
	`state` text NOT NULL,
	`reason` text NOT NULL,
	`asked_by` blob NOT NULL,
	`created_at` integer NOT NULL,
	`assignee_id` blob,
	`reviewed_at` integer,
	`answer` text,
	`closed_at` integer,
	`closed_by` blob,
	FOREIGN KEY (`consent_id`) REFERENCES `consents`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`customer_id`) REFERENCES `tenants`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`partner_id`) REFERENCES `tenants`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`asked_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`assignee_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`closed_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `removal_requests_open` ON `removal_requests` (`consent_id`) WHERE state in ('asked', 'in_review');--> statement-breakpoint
CREATE INDEX `removal_requests_customer` ON `removal_requests` (`customer_id`,`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `removal_requests_state` ON `removal_requests` (`state`,`created_at`,`id`);--> statement-breakpoint
CREATE TABLE `request_days` (
	`partner_id` blob NOT NULL,
	`day` text NOT NULL,
	`sent` integer NOT NULL,
	PRIMARY KEY(`partner_id`, `day`),
	FOREIGN KEY (`partner_id`) REFERENCES `tenants`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `request_forwards` (
	`id` blob PRIMARY KEY NOT NULL,
	`subject_id` blob NOT NULL,
	`tenant_id` blob NOT NULL,
	`user_id` blob NOT NULL,
	`note` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`tenant_id`) REFERENCES `tenants`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `request_forwards_once` ON `request_forwards` (`subject_id`,`user_id`);--> statement-breakpoint
CREATE INDEX `request_forwards_tenant` ON `request_forwards` (`tenant_id`,`subject_id`);--> statement-breakpoint
CREATE TABLE `standing_links` (
	`id` blob PRIMARY KEY NOT NULL,
	`partner_id` blob NOT NULL,
	`kind` text NOT NULL,
	`provider_id` blob,
	`code` text NOT NULL,
	`created_by` blob NOT NULL,
	`created_at` integer NOT NULL,
	`ended_at` integer,
	FOREIGN KEY (`partner_id`) REFERENCES `tenants`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`provider_id`) REFERENCES `tenants`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`created_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `standing_links_code` ON `standing_links` (`code`);--> statement-breakpoint
CREATE UNIQUE INDEX `standing_links_active` ON `standing_links` (`partner_id`,`kind`) WHERE ended_at is null and provider_id is null;--> statement-breakpoint
CREATE UNIQUE INDEX `standing_links_provider` ON `standing_links` (`partner_id`,`kind`,`provider_id`) WHERE ended_at is null;--> statement-breakpoint
PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_consent_requests` (
	`id` blob PRIMARY KEY NOT NULL,
	`partner_id` blob NOT NULL,
	`kind` text NOT NULL,
	`provider_id` blob,
	`dap` integer NOT NULL,
	`state` text NOT NULL,
	`recipient_name` text NOT NULL,
	`recipient_email` text NOT NULL,
	`recipient_organization` text NOT NULL,
	`recipient_search` text NOT NULL,
	`delivery` text NOT NULL,
	`token_hash` text,
	`standing_link_id` blob,
	`replaces_id` blob,
	`created_by` blob NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`opened_at` integer,
	`decided_at` integer,
	`decided_by` blob,
	`customer_id` blob,
	`decline_reason` text,
	`renewal_asked_at` integer,
	FOREIGN KEY (`partner_id`) REFERENCES `tenants`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`provider_id`) REFERENCES `tenants`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`standing_link_id`) REFERENCES `standing_links`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`created_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`decided_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`customer_id`) REFERENCES `tenants`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
INSERT INTO `__new_consent_requests`("id", "partner_id", "kind", "provider_id", "dap", "state", "recipient_name", "recipient_email", "recipient_organization", "recipient_search", "delivery", "token_hash", "created_by", "created_at", "expires_at", "opened_at", "decided_at", "decided_by", "customer_id", "decline_reason") SELECT "id", "partner_id", "kind", "provider_id", "dap", "state", "recipient_name", "recipient_email", "recipient_organization", "recipient_search", "delivery", "token_hash", "created_by", "created_at", "expires_at", "opened_at", "decided_at", "decided_by", "customer_id", "decline_reason" FROM `consent_requests`;--> statement-breakpoint
DROP TABLE `consent_requests`;--> statement-breakpoint
ALTER TABLE `__new_consent_requests` RENAME TO `consent_requests`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
CREATE UNIQUE INDEX `consent_requests_token` ON `consent_requests` (`token_hash`);--> statement-breakpoint
CREATE UNIQUE INDEX `consent_requests_replaces` ON `consent_requests` (`replaces_id`);--> statement-breakpoint
CREATE INDEX `consent_requests_partner` ON `consent_requests` (`partner_id`,`created_at`,`id`);--> statement-breakpoint
ALTER TABLE `consents` ADD `last_used_at` integer;--> statement-breakpoint
ALTER TABLE `consents` ADD `unused_told_at` integer;