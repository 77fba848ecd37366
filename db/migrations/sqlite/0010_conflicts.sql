CREATE TABLE `conflict_days` (
	`partner_id` blob NOT NULL,
	`day` text NOT NULL,
	`asked` integer NOT NULL,
	PRIMARY KEY(`partner_id`, `day`),
	FOREIGN KEY (`partner_id`) REFERENCES `tenants`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `conflict_notes` (
	`id` blob PRIMARY KEY NOT NULL,
	`conflict_id` blob NOT NULL,
	`user_id` blob NOT NULL,
	`at` integer NOT NULL,
	`text` text NOT NULL,
	FOREIGN KEY (`conflict_id`) REFERENCES `conflicts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `conflict_notes_conflict` ON `conflict_notes` (`conflict_id`,`id`);--> statement-breakpoint
CREATE TABLE `conflict_proof_parts` (
	`conflict_id` blob NOT NULL,
	`part` integer NOT NULL,
	`content` blob NOT NULL,
	PRIMARY KEY(`conflict_id`, `part`),
	FOREIGN KEY (`conflict_id`) REFERENCES `conflicts`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `conflicts` (
	`id` blob PRIMARY KEY NOT NULL,
	`state` text NOT NULL,
	`device_id` blob NOT NULL,
	`asker_partner_id` blob NOT NULL,
	`asker_customer_id` blob NOT NULL,
	`asked_by` blob NOT NULL,
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
	`closed_at` integer,
	`closed_by` text,
	`closed_by_user` blob,
	`answer` text,
	FOREIGN KEY (`asker_partner_id`) REFERENCES `tenants`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`asker_customer_id`) REFERENCES `tenants`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`asked_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`upload_id`) REFERENCES `uploads`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`holder_customer_id`) REFERENCES `tenants`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`registrar_id`) REFERENCES `tenants`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`refused_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`closed_by_user`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `conflicts_open` ON `conflicts` (`device_id`,`asker_partner_id`) WHERE state in ('asked', 'escalated');--> statement-breakpoint
CREATE INDEX `conflicts_asker` ON `conflicts` (`asker_partner_id`,`asker_customer_id`,`id`);--> statement-breakpoint
CREATE INDEX `conflicts_holder` ON `conflicts` (`holder_customer_id`,`id`);--> statement-breakpoint
CREATE INDEX `conflicts_registrar` ON `conflicts` (`registrar_id`,`id`);--> statement-breakpoint
CREATE INDEX `conflicts_state` ON `conflicts` (`state`,`escalated_at`,`id`);