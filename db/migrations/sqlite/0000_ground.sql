CREATE TABLE `audit_entries` (
	`viewer_id` blob NOT NULL,
	`seq` integer NOT NULL,
	`at` integer NOT NULL,
	`action` text NOT NULL,
	`actor_key` text NOT NULL,
	`step` integer,
	PRIMARY KEY(`seq`, `viewer_id`)
);
--> statement-breakpoint
CREATE INDEX `audit_entries_time` ON `audit_entries` (`viewer_id`,`at`,`seq`);--> statement-breakpoint
CREATE INDEX `audit_entries_outline` ON `audit_entries` (`viewer_id`,`at`,`seq`) WHERE step is null;--> statement-breakpoint
CREATE INDEX `audit_entries_action` ON `audit_entries` (`viewer_id`,`action`,`at`,`seq`);--> statement-breakpoint
CREATE INDEX `audit_entries_actor` ON `audit_entries` (`viewer_id`,`actor_key`,`at`,`seq`);--> statement-breakpoint
CREATE TABLE `audit_events` (
	`id` blob PRIMARY KEY NOT NULL,
	`seq` integer NOT NULL,
	`at` integer NOT NULL,
	`action` text NOT NULL,
	`actor_type` text NOT NULL,
	`actor_id` blob,
	`actor_name` text NOT NULL,
	`tenant_id` blob,
	`customer_id` blob,
	`partner_id` blob,
	`provider_id` blob,
	`subject_id` blob,
	`detail` text NOT NULL,
	`prev_hash` text NOT NULL,
	`hash` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `audit_events_seq` ON `audit_events` (`seq`);--> statement-breakpoint
CREATE TABLE `audit_head` (
	`id` integer PRIMARY KEY NOT NULL,
	`seq` integer NOT NULL,
	`hash` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `audit_names` (
	`viewer_id` blob NOT NULL,
	`kind` text NOT NULL,
	`key` text NOT NULL,
	`organization_id` blob NOT NULL,
	PRIMARY KEY(`viewer_id`, `kind`, `key`, `organization_id`)
);
--> statement-breakpoint
CREATE TABLE `consent_requests` (
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
	`token_hash` text NOT NULL,
	`created_by` blob NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`opened_at` integer,
	`decided_at` integer,
	`decided_by` blob,
	`customer_id` blob,
	`decline_reason` text,
	FOREIGN KEY (`partner_id`) REFERENCES `tenants`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`provider_id`) REFERENCES `tenants`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`created_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`decided_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`customer_id`) REFERENCES `tenants`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `consent_requests_token` ON `consent_requests` (`token_hash`);--> statement-breakpoint
CREATE INDEX `consent_requests_partner` ON `consent_requests` (`partner_id`,`created_at`,`id`);--> statement-breakpoint
CREATE TABLE `consents` (
	`id` blob PRIMARY KEY NOT NULL,
	`customer_id` blob NOT NULL,
	`partner_id` blob NOT NULL,
	`kind` text NOT NULL,
	`provider_id` blob,
	`request_id` blob,
	`dap` integer NOT NULL,
	`customer_sort` text NOT NULL,
	`customer_domain` text NOT NULL,
	`granted_by` blob NOT NULL,
	`granted_at` integer NOT NULL,
	`revoked_at` integer,
	`revoked_by` blob,
	FOREIGN KEY (`customer_id`) REFERENCES `tenants`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`partner_id`) REFERENCES `tenants`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`provider_id`) REFERENCES `tenants`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`request_id`) REFERENCES `consent_requests`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`granted_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`revoked_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `consents_active` ON `consents` (`customer_id`,`partner_id`,`kind`) WHERE revoked_at is null;--> statement-breakpoint
CREATE INDEX `consents_partner` ON `consents` (`partner_id`,`customer_sort`,`id`,`customer_domain`,`revoked_at`) WHERE revoked_at is null;--> statement-breakpoint
CREATE INDEX `consents_provider` ON `consents` (`provider_id`,`customer_sort`,`id`,`customer_domain`,`partner_id`,`revoked_at`) WHERE revoked_at is null;--> statement-breakpoint
CREATE INDEX `consents_link` ON `consents` (`provider_id`,`partner_id`,`customer_sort`,`id`,`customer_domain`,`revoked_at`) WHERE revoked_at is null;--> statement-breakpoint
CREATE TABLE `batches` (
	`id` blob PRIMARY KEY NOT NULL,
	`customer_id` blob NOT NULL,
	`partner_id` blob NOT NULL,
	`name` text NOT NULL,
	`name_key` text NOT NULL,
	`created_by` blob NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`customer_id`) REFERENCES `tenants`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`partner_id`) REFERENCES `tenants`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`created_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `batches_name` ON `batches` (`customer_id`,`partner_id`,`name_key`);--> statement-breakpoint
CREATE TABLE `device_hashes` (
	`device_id` blob PRIMARY KEY NOT NULL,
	`hash` text NOT NULL,
	FOREIGN KEY (`device_id`) REFERENCES `devices`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `devices` (
	`id` blob PRIMARY KEY NOT NULL,
	`customer_id` blob NOT NULL,
	`registrar_id` blob NOT NULL,
	`batch_id` blob NOT NULL,
	`upload_id` blob NOT NULL,
	`row` integer NOT NULL,
	`serial` text,
	`manufacturer` text NOT NULL,
	`model` text NOT NULL,
	`product_key` text,
	`hash_digest` blob,
	`group_tag` text,
	`assigned_user` text,
	`registered_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `devices_serial` ON `devices` (`serial`,`manufacturer`,`model`);--> statement-breakpoint
CREATE UNIQUE INDEX `devices_product_key` ON `devices` (`product_key`);--> statement-breakpoint
CREATE UNIQUE INDEX `devices_hash` ON `devices` (`hash_digest`);--> statement-breakpoint
CREATE INDEX `devices_customer` ON `devices` (`customer_id`,`id`);--> statement-breakpoint
CREATE TABLE `upload_parts` (
	`upload_id` blob NOT NULL,
	`part` integer NOT NULL,
	`content` blob NOT NULL,
	PRIMARY KEY(`upload_id`, `part`),
	FOREIGN KEY (`upload_id`) REFERENCES `uploads`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `upload_segments` (
	`upload_id` blob NOT NULL,
	`first_row` integer NOT NULL,
	`last_row` integer NOT NULL,
	`registered` integer NOT NULL,
	`unchanged` integer NOT NULL,
	`rejected` integer NOT NULL,
	`results` text NOT NULL,
	PRIMARY KEY(`upload_id`, `first_row`),
	FOREIGN KEY (`upload_id`) REFERENCES `uploads`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `uploads` (
	`id` blob PRIMARY KEY NOT NULL,
	`customer_id` blob NOT NULL,
	`partner_id` blob NOT NULL,
	`batch_id` blob,
	`batch_name` text NOT NULL,
	`created_by` blob NOT NULL,
	`file_name` text,
	`mode` text NOT NULL,
	`state` text NOT NULL,
	`idempotency_key` text,
	`bytes` integer NOT NULL,
	`sha256` text,
	`encoding` text,
	`columns` text,
	`ignored_columns` text,
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
	FOREIGN KEY (`customer_id`) REFERENCES `tenants`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`partner_id`) REFERENCES `tenants`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`batch_id`) REFERENCES `batches`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`created_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `uploads_customer` ON `uploads` (`customer_id`,`partner_id`,`id`);--> statement-breakpoint
CREATE INDEX `uploads_digest` ON `uploads` (`partner_id`,`customer_id`,`sha256`);--> statement-breakpoint
CREATE UNIQUE INDEX `uploads_idempotency` ON `uploads` (`partner_id`,`idempotency_key`);--> statement-breakpoint
CREATE TABLE `partner_links` (
	`id` blob PRIMARY KEY NOT NULL,
	`provider_id` blob NOT NULL,
	`reseller_id` blob NOT NULL,
	`invitation_id` blob,
	`created_at` integer NOT NULL,
	`ended_at` integer,
	`ended_by` blob,
	FOREIGN KEY (`provider_id`) REFERENCES `tenants`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`reseller_id`) REFERENCES `tenants`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`invitation_id`) REFERENCES `provider_invitations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`ended_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `partner_links_active` ON `partner_links` (`provider_id`,`reseller_id`) WHERE ended_at is null;--> statement-breakpoint
CREATE INDEX `partner_links_reseller` ON `partner_links` (`reseller_id`);--> statement-breakpoint
CREATE TABLE `provider_invitations` (
	`id` blob PRIMARY KEY NOT NULL,
	`provider_id` blob NOT NULL,
	`state` text NOT NULL,
	`recipient_name` text NOT NULL,
	`recipient_email` text NOT NULL,
	`recipient_organization` text NOT NULL,
	`token_hash` text NOT NULL,
	`created_by` blob NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`closed_at` integer,
	`decided_by` blob,
	`reseller_id` blob,
	FOREIGN KEY (`provider_id`) REFERENCES `tenants`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`created_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`decided_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`reseller_id`) REFERENCES `tenants`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `provider_invitations_token` ON `provider_invitations` (`token_hash`);--> statement-breakpoint
CREATE UNIQUE INDEX `provider_invitations_open` ON `provider_invitations` (`provider_id`,`recipient_email`) WHERE state = 'sent';--> statement-breakpoint
CREATE INDEX `provider_invitations_provider` ON `provider_invitations` (`provider_id`,`created_at`,`id`);--> statement-breakpoint
CREATE TABLE `api_clients` (
	`id` blob PRIMARY KEY NOT NULL,
	`tenant_id` blob NOT NULL,
	`client_id` text NOT NULL,
	`secret_hash` text NOT NULL,
	`created_at` integer NOT NULL,
	`revoked_at` integer,
	FOREIGN KEY (`tenant_id`) REFERENCES `tenants`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `api_clients_client` ON `api_clients` (`client_id`);--> statement-breakpoint
CREATE TABLE `sessions` (
	`id` blob PRIMARY KEY NOT NULL,
	`user_id` blob NOT NULL,
	`created_at` integer NOT NULL,
	`seen_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`revoked_at` integer,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `sessions_user` ON `sessions` (`user_id`);--> statement-breakpoint
CREATE TABLE `tenants` (
	`id` blob PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`partner_type` text,
	`name` text NOT NULL,
	`sort_name` text NOT NULL,
	`domain` text NOT NULL,
	`country` text NOT NULL,
	`mpn_id` text,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `tenants_domain` ON `tenants` (`domain`);--> statement-breakpoint
CREATE TABLE `users` (
	`id` blob PRIMARY KEY NOT NULL,
	`tenant_id` blob NOT NULL,
	`email` text NOT NULL,
	`name` text NOT NULL,
	`password_hash` text NOT NULL,
	`roles` text NOT NULL,
	`disabled_at` integer,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`tenant_id`) REFERENCES `tenants`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `users_email` ON `users` (`email`);--> statement-breakpoint
CREATE INDEX `users_tenant` ON `users` (`tenant_id`);--> statement-breakpoint
CREATE TABLE `jobs` (
	`id` blob PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`payload` text NOT NULL,
	`state` text NOT NULL,
	`run_at` integer NOT NULL,
	`attempts` integer NOT NULL,
	`lease_until` integer,
	`lease_token` blob,
	`last_error` text,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `jobs_due` ON `jobs` (`state`,`run_at`);--> statement-breakpoint
CREATE TABLE `locks` (
	`name` text PRIMARY KEY NOT NULL,
	`revision` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `mails` (
	`id` blob PRIMARY KEY NOT NULL,
	`to_address` text NOT NULL,
	`subject` text NOT NULL,
	`text_body` text NOT NULL,
	`html_body` text NOT NULL,
	`links` text NOT NULL,
	`created_at` integer NOT NULL,
	`sent_at` integer
);
--> statement-breakpoint
CREATE INDEX `mails_recipient` ON `mails` (`to_address`,`id`);--> statement-breakpoint
CREATE TABLE `notification_preferences` (
	`user_id` blob NOT NULL,
	`kind` text NOT NULL,
	`in_app` integer NOT NULL,
	`mail` integer NOT NULL,
	PRIMARY KEY(`user_id`, `kind`),
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `notifications` (
	`id` blob PRIMARY KEY NOT NULL,
	`user_id` blob NOT NULL,
	`kind` text NOT NULL,
	`params` text NOT NULL,
	`path` text NOT NULL,
	`created_at` integer NOT NULL,
	`read_at` integer,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `notifications_user` ON `notifications` (`user_id`,`id`);--> statement-breakpoint
CREATE INDEX `notifications_unread` ON `notifications` (`user_id`,`id`) WHERE read_at is null;