CREATE TABLE "evidence_parts" (
	"subject_id" uuid NOT NULL,
	"part" integer NOT NULL,
	"content" "bytea" NOT NULL,
	CONSTRAINT "evidence_parts_subject_id_part_pk" PRIMARY KEY("subject_id","part")
);
--> statement-breakpoint
CREATE TABLE "removal_notes" (
	"id" uuid PRIMARY KEY NOT NULL,
	"removal_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"text" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "revocations" (
	"id" uuid PRIMARY KEY NOT NULL,
	"consent_id" uuid NOT NULL,
	"customer_id" uuid NOT NULL,
	"partner_id" uuid NOT NULL,
	"state" text NOT NULL,
	"reason" text NOT NULL,
	"how" text NOT NULL,
	"asker_name" text NOT NULL,
	"asker_mail" text NOT NULL,
	"evidence_type" text,
	"evidence_bytes" integer,
	"created_by" uuid NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"ends_at" timestamp (3) with time zone NOT NULL,
	"closed_at" timestamp (3) with time zone,
	"closed_by" uuid,
	"taken_back_for" text
);
--> statement-breakpoint
ALTER TABLE "removal_notes" ADD CONSTRAINT "removal_notes_removal_id_removal_requests_id_fk" FOREIGN KEY ("removal_id") REFERENCES "public"."removal_requests"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "removal_notes" ADD CONSTRAINT "removal_notes_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "revocations" ADD CONSTRAINT "revocations_consent_id_consents_id_fk" FOREIGN KEY ("consent_id") REFERENCES "public"."consents"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "revocations" ADD CONSTRAINT "revocations_customer_id_tenants_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."tenants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "revocations" ADD CONSTRAINT "revocations_partner_id_tenants_id_fk" FOREIGN KEY ("partner_id") REFERENCES "public"."tenants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "revocations" ADD CONSTRAINT "revocations_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "revocations" ADD CONSTRAINT "revocations_closed_by_users_id_fk" FOREIGN KEY ("closed_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "removal_notes_removal" ON "removal_notes" USING btree ("removal_id","id");--> statement-breakpoint
CREATE UNIQUE INDEX "revocations_open" ON "revocations" USING btree ("consent_id") WHERE state = 'announced';--> statement-breakpoint
CREATE INDEX "revocations_consent" ON "revocations" USING btree ("consent_id","created_at");--> statement-breakpoint
CREATE INDEX "revocations_customer" ON "revocations" USING btree ("customer_id","created_at");--> statement-breakpoint
CREATE INDEX "revocations_partner" ON "revocations" USING btree ("partner_id","created_at");