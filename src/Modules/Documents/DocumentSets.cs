using DoanKet.Kernel.Persistence;
using DoanKet.Modules.Documents.Incoming;
using DoanKet.Modules.Documents.Issuing;
using DoanKet.Modules.Documents.Outgoing;
using DoanKet.Modules.Documents.Shared;
using Microsoft.EntityFrameworkCore;

namespace DoanKet.Modules.Documents;

/// <summary>The module's tables, by name, on the one context.</summary>
internal static class DocumentSets
{
    extension(UnionDb db)
    {
        public DbSet<DocumentContent> Contents => db.Set<DocumentContent>();

        public DbSet<Attachment> Attachments => db.Set<Attachment>();

        public DbSet<IncomingDocument> Incoming => db.Set<IncomingDocument>();

        public DbSet<IncomingReading> Readings => db.Set<IncomingReading>();

        public DbSet<Assignment> Assignments => db.Set<Assignment>();

        public DbSet<HandlingEvent> History => db.Set<HandlingEvent>();

        public DbSet<OutgoingDocument> Outgoing => db.Set<OutgoingDocument>();

        public DbSet<DraftVersion> Drafts => db.Set<DraftVersion>();

        public DbSet<DraftAnnex> Annexes => db.Set<DraftAnnex>();

        public DbSet<Approval> Approvals => db.Set<Approval>();

        public DbSet<Receipt> Receipts => db.Set<Receipt>();

        public DbSet<ReceiverChoice> ReceiverChoices => db.Set<ReceiverChoice>();

        public DbSet<UnusedNumber> UnusedNumbers => db.Set<UnusedNumber>();

        public DbSet<OutsideReceiver> OutsideReceivers => db.Set<OutsideReceiver>();

        public DbSet<ReceiverGroup> ReceiverGroups => db.Set<ReceiverGroup>();
    }
}
