CREATE TABLE "oem_link_applications" (
	"id" uuid PRIMARY KEY NOT NULL,
	"partner_id" uuid NOT NULL,
	"state" text NOT NULL,
	"website" text NOT NULL,
	"makes" jsonb NOT NULL,
	"contact_name" text NOT NULL,
	"contact_email" text NOT NULL,
	"note" text,
	"asked_by" uuid NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"assignee_id" uuid,
	"reviewed_at" timestamp (3) with time zone,
	"answer" text,
	"closed_at" timestamp (3) with time zone,
	"closed_by" uuid,
	"link_id" uuid
);
--> statement-breakpoint
CREATE TABLE "oem_link_mails" (
	"id" uuid PRIMARY KEY NOT NULL,
	"partner_id" uuid NOT NULL,
	"link_id" uuid NOT NULL,
	"recipient_name" text NOT NULL,
	"recipient_email" text NOT NULL,
	"organization" text NOT NULL,
	"sent_by" uuid NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "standing_links" ADD COLUMN "ended_by" uuid;--> statement-breakpoint
ALTER TABLE "standing_links" ADD COLUMN "ended_reason" text;--> statement-breakpoint
ALTER TABLE "oem_link_applications" ADD CONSTRAINT "oem_link_applications_partner_id_tenants_id_fk" FOREIGN KEY ("partner_id") REFERENCES "public"."tenants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "oem_link_applications" ADD CONSTRAINT "oem_link_applications_asked_by_users_id_fk" FOREIGN KEY ("asked_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "oem_link_applications" ADD CONSTRAINT "oem_link_applications_assignee_id_users_id_fk" FOREIGN KEY ("assignee_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "oem_link_applications" ADD CONSTRAINT "oem_link_applications_closed_by_users_id_fk" FOREIGN KEY ("closed_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "oem_link_applications" ADD CONSTRAINT "oem_link_applications_link_id_standing_links_id_fk" FOREIGN KEY ("link_id") REFERENCES "public"."standing_links"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "oem_link_mails" ADD CONSTRAINT "oem_link_mails_partner_id_tenants_id_fk" FOREIGN KEY ("partner_id") REFERENCES "public"."tenants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "oem_link_mails" ADD CONSTRAINT "oem_link_mails_link_id_standing_links_id_fk" FOREIGN KEY ("link_id") REFERENCES "public"."standing_links"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "oem_link_mails" ADD CONSTRAINT "oem_link_mails_sent_by_users_id_fk" FOREIGN KEY ("sent_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "oem_link_applications_open" ON "oem_link_applications" USING btree ("partner_id") WHERE state in ('asked', 'in_review');--> statement-breakpoint
CREATE INDEX "oem_link_applications_partner" ON "oem_link_applications" USING btree ("partner_id","created_at","id");--> statement-breakpoint
CREATE INDEX "oem_link_applications_state" ON "oem_link_applications" USING btree ("state","created_at","id");--> statement-breakpoint
CREATE INDEX "oem_link_mails_partner" ON "oem_link_mails" USING btree ("partner_id","created_at","id");--> statement-breakpoint
ALTER TABLE "standing_links" ADD CONSTRAINT "standing_links_ended_by_users_id_fk" FOREIGN KEY ("ended_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;