PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_conflicts` (
	`id` blob PRIMARY KEY NOT NULL,
	`state` text NOT NULL,
	`device_id` blob NOT NULL,
	`asker_partner_id` blob NOT NULL,
	`asker_customer_id` blob NOT NULL,
	`asked_by` blob,
	`asked_client_id` blob,
	`upload_id` blob NOT NULL,
	`row` integer NOT NULL,
	`serial` text NOT NULL,
	`manufacturer` text NOT NULL,
	`model` text NOT NULL,
	`product_key` text NOT NULL,
	`hashed` integer NOT NULL,
	`order_reference` text NOT NULL,
	`note` text NOT NULL,
	`proof_type` text NOT NULL,
	`proof_bytes` integer NOT NULL,
	`proof_at` integer NOT NULL,
	`holder_customer_id` blob NOT NULL,
	`registrar_id` blob NOT NULL,
	`registered` text NOT NULL,
	`created_at` integer NOT NULL,
	`answer_by` integer NOT NULL,
	`escalated_at` integer,
	`escalated_why` text,
	`refusal` text,
	`refused_by` blob,
	`refused_client_id` blob,
	`closed_at` integer,
	`closed_by` text,
	`closed_by_user` blob,
	`closed_client_id` blob,
	`answer` text,
	FOREIGN KEY (`asker_partner_id`) REFERENCES `tenants`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`asker_customer_id`) REFERENCES `tenants`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`asked_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`asked_client_id`) REFERENCES `api_clients`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`upload_id`) REFERENCES `uploads`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`holder_customer_id`) REFERENCES `tenants`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`registrar_id`) REFERENCES `tenants`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`refused_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`refused_client_id`) REFERENCES `api_clients`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`closed_by_user`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`closed_client_id`) REFERENCES `api_clients`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
INSERT INTO `__new_conflicts`("id", "state", "device_id", "asker_partner_id", "asker_customer_id", "asked_by", "asked_client_id", "upload_id", "row", "serial", "manufacturer", "model", "product_key", "hashed", "order_reference", "note", "proof_type", "proof_bytes", "proof_at", "holder_customer_id", "registrar_id", "registered", "created_at", "answer_by", "escalated_at", "escalated_why", "refusal", "refused_by", "refused_client_id", "closed_at", "closed_by", "closed_by_user", "closed_client_id", "answer") SELECT "id", "state", "device_id", "asker_partner_id", "asker_customer_id", "asked_by", null, "upload_id", "row", "serial", "manufacturer", "model", "product_key", "hashed", "order_reference", "note", "proof_type", "proof_bytes", "proof_at", "holder_customer_id", "registrar_id", "registered", "created_at", "answer_by", "escalated_at", "escalated_why", "refusal", "refused_by", null, "closed_at", "closed_by", "closed_by_user", null, "answer" FROM `conflicts`;--> statement-breakpoint
DROP TABLE `conflicts`;--> statement-breakpoint
ALTER TABLE `__new_conflicts` RENAME TO `conflicts`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
CREATE UNIQUE INDEX `conflicts_open` ON `conflicts` (`device_id`,`asker_partner_id`) WHERE state in ('asked', 'escalated');--> statement-breakpoint
CREATE INDEX `conflicts_asker` ON `conflicts` (`asker_partner_id`,`asker_customer_id`,`id`);--> statement-breakpoint
CREATE INDEX `conflicts_holder` ON `conflicts` (`holder_customer_id`,`id`);--> statement-breakpoint
CREATE INDEX `conflicts_registrar` ON `conflicts` (`registrar_id`,`id`);--> statement-breakpoint
CREATE INDEX `conflicts_state` ON `conflicts` (`state`,`escalated_at`,`id`);--> statement-breakpoint
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
	`created_by` blob,
	`client_id` blob,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`opened_at` integer,
	`decided_at` integer,
	`decided_by` blob,
	`decided_client_id` blob,
	`customer_id` blob,
	`decline_reason` text,
	`renewal_asked_at` integer,
	FOREIGN KEY (`partner_id`) REFERENCES `tenants`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`provider_id`) REFERENCES `tenants`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`standing_link_id`) REFERENCES `standing_links`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`created_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`client_id`) REFERENCES `api_clients`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`decided_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`decided_client_id`) REFERENCES `api_clients`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`customer_id`) REFERENCES `tenants`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
INSERT INTO `__new_consent_requests`("id", "partner_id", "kind", "provider_id", "dap", "state", "recipient_name", "recipient_email", "recipient_organization", "recipient_search", "delivery", "token_hash", "standing_link_id", "replaces_id", "created_by", "client_id", "created_at", "expires_at", "opened_at", "decided_at", "decided_by", "decided_client_id", "customer_id", "decline_reason", "renewal_asked_at") SELECT "id", "partner_id", "kind", "provider_id", "dap", "state", "recipient_name", "recipient_email", "recipient_organization", "recipient_search", "delivery", "token_hash", "standing_link_id", "replaces_id", "created_by", null, "created_at", "expires_at", "opened_at", "decided_at", "decided_by", null, "customer_id", "decline_reason", "renewal_asked_at" FROM `consent_requests`;--> statement-breakpoint
DROP TABLE `consent_requests`;--> statement-breakpoint
ALTER TABLE `__new_consent_requests` RENAME TO `consent_requests`;--> statement-breakpoint
CREATE UNIQUE INDEX `consent_requests_token` ON `consent_requests` (`token_hash`);--> statement-breakpoint
CREATE UNIQUE INDEX `consent_requests_replaces` ON `consent_requests` (`replaces_id`);--> statement-breakpoint
CREATE INDEX `consent_requests_partner` ON `consent_requests` (`partner_id`,`created_at`,`id`);